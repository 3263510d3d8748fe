package dev.wakit.provider.twilio.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.webhook.SignatureCheck;
import dev.wakit.webhook.WebhookRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

    private static final String TOKEN = "12345";
    private static final String MY_COMPANY = "https://mycompany.com/myapp.php";
    private static final String CALL = Posts.body(
            "CallSid=CA1234567890ABCDE", "Caller=+14158675309", "Digits=1234", "From=+14158675309", "To=+18005551212");
    private static final String JSON = "{\"property\": \"value\", \"boolean\": true}";
    private static final String JSON_HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    @Test
    void fitsTheVectorOfAFormWithAQuery() {
        assertThat(check(MY_COMPANY, Posts.form("/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", CALL)))
                .isEqualTo(SignatureCheck.VALID);
    }

    @Test
    void fitsTheVectorOfAnEmptyForm() {
        assertThat(check(MY_COMPANY, Posts.form("/myapp.php?foo=1&bar=2", "zYQTYrRWXE7LtzbG4PfP7/bkkGo=", "")))
                .isEqualTo(SignatureCheck.VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://mycompany.com/myapp.php", "https://mycompany.com:443/myapp.php"})
    void fitsTheVectorsWithAndWithoutThePort(String publicUrl) {
        String target = "/myapp.php?foo=1&bar=2";

        assertThat(check(publicUrl, Posts.form(target, "kvajT1Ptam85bY51eRf/AJRuM3w=", CALL)))
                .isEqualTo(SignatureCheck.VALID);
        assertThat(check(publicUrl, Posts.form(target, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", CALL)))
                .isEqualTo(SignatureCheck.VALID);
    }

    @ParameterizedTest
    @CsvSource({"'/myapp.php?foo=1&bar=2&',a9nBmqA0ju/hNViExpshrM61xv4=", "'/myapp.php?',y77kIzt2vzLz71DgmJGsen2scGs="})
    void fitsTheVectorsOfJson(String target, String signature) {
        assertThat(check(MY_COMPANY, Posts.json(target + "bodySHA256=" + JSON_HASH, signature, JSON)))
                .isEqualTo(SignatureCheck.VALID);
    }

    @Test
    void fitsTheVectorOfAStatusWithOurOwnQuery() {
        assertThat(check(
                        "https://hooks.example.com/twilio/status",
                        Posts.form("/twilio/status?rid=01JD8Z&cid=42", "KOWdLuU8p36T5RvXSQ6VQ4TDSYs=", Posts.status())))
                .isEqualTo(SignatureCheck.VALID);
    }

    @Test
    void refusesAnotherQuery() {
        assertThat(check(
                        "https://hooks.example.com/twilio/status",
                        Posts.form("/twilio/status?rid=01JD8Y&cid=42", "KOWdLuU8p36T5RvXSQ6VQ4TDSYs=", Posts.status())))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void refusesAnotherParameter() {
        String body = Posts.status("MessageStatus=read");

        assertThat(check(
                        "https://hooks.example.com/twilio/status",
                        Posts.form("/twilio/status?rid=01JD8Z&cid=42", "KOWdLuU8p36T5RvXSQ6VQ4TDSYs=", body)))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void refusesJsonOfAnotherBodyAndJsonWithoutItsHash() {
        String signed = "/myapp.php?bodySHA256=" + JSON_HASH;

        assertThat(check(MY_COMPANY, Posts.json(signed, "y77kIzt2vzLz71DgmJGsen2scGs=", JSON + " ")))
                .isEqualTo(SignatureCheck.INVALID);
        assertThat(check(MY_COMPANY, Posts.json("/myapp.php", sign(MY_COMPANY), JSON)))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void isMissingWithoutTheHeader() {
        assertThat(check(MY_COMPANY, Posts.form("/myapp.php", "", CALL))).isEqualTo(SignatureCheck.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "RSOYDt4T1cUTdK1PDd93", "====", "ÄÖÜ", "cnNveWR0NHQxY3V0ZGsxcGRkOTMvdnZyOGI4"})
    void refusesWhatIsNoSignature(String header) {
        assertThat(check(MY_COMPANY, Posts.form("/myapp.php?foo=1&bar=2", header, CALL)))
                .isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void takesEveryTokenWhileTheyAreRotated() {
        WebhookRequest request = Posts.form("/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", CALL);
        var webhooks = new TwilioWebhooks(List.of("other"), List.of(URI.create(MY_COMPANY)), InstantSource.system());

        assertThat(webhooks.verify(request)).isEqualTo(SignatureCheck.INVALID);
        webhooks.replaceTokens(List.of("other", TOKEN));
        assertThat(webhooks.verify(request)).isEqualTo(SignatureCheck.VALID);
        webhooks.replaceTokens(List.of("other"));
        assertThat(webhooks.verify(request)).isEqualTo(SignatureCheck.INVALID);
    }

    @ParameterizedTest
    @CsvSource({
        // The proxy shows another path; another host in an absolute target; the address of a second endpoint.
        "https://hooks.example.com/twilio, /internal/hook, https://hooks.example.com/twilio",
        "https://hooks.example.com/twilio, https://internal:8080/twilio, https://hooks.example.com/twilio",
        "https://hooks.example.com/twilio, /twilio/inbound, https://hooks.example.com/twilio/inbound",
        "https://hooks.example.com:8443/twilio, /twilio, https://hooks.example.com:8443/twilio",
        "https://hooks.example.com:8443/twilio, /twilio, https://hooks.example.com/twilio",
        "http://hooks.example.com/twilio, /twilio, http://hooks.example.com:80/twilio",
        "https://hooks.example.com, /?a=b, https://hooks.example.com/?a=b",
        "https://other.example.com/, https://hooks.example.com/x?y=z, https://hooks.example.com/x?y=z",
        "https://hooks.example.com/twilio?key=1, /twilio, https://hooks.example.com/twilio?key=1",
        "https://hooks.example.com/twilio?key=1, /twilio?key=1&wakit_ref=r, https://hooks.example.com/twilio?key=1&wakit_ref=r",
    })
    void findsTheAddressThatTwilioSignedBehindAProxy(String publicUrl, String target, String signed) {
        assertThat(check(publicUrl, Posts.form(target, sign(signed), ""))).isEqualTo(SignatureCheck.VALID);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com/twilio, /twilio, https://hook.example.com/twilio",
        "https://hooks.example.com/twilio, /twilio, http://hooks.example.com/twilio",
        "https://hooks.example.com/twilio, /twilio, https://hooks.example.com/twilio/",
        "https://hooks.example.com/twilio, /twilio?a=1, https://hooks.example.com/twilio",
    })
    void refusesASignatureOfAnotherAddress(String publicUrl, String target, String signed) {
        assertThat(check(publicUrl, Posts.form(target, sign(signed), ""))).isEqualTo(SignatureCheck.INVALID);
    }

    @Test
    void signsParametersByTheirNamesAndEmptyOnesToo() {
        String signed = MY_COMPANY + "A1" + "B" + "aü €";
        String body = Posts.body("a=ü €", "B=", "A=1");

        assertThat(check(MY_COMPANY, Posts.form("/myapp.php", sign(signed), body)))
                .isEqualTo(SignatureCheck.VALID);
    }

    @Test
    void saysHowToFindTheAddressThatTwilioSignsAndShowsNoSecret() {
        var webhooks = new TwilioWebhooks(
                List.of("plantedToken"),
                List.of(
                        URI.create("https://hooks.example.com/twilio?key=planted"),
                        URI.create("https://b.example.com/x")),
                InstantSource.system());

        assertThat(webhooks.explanation(Posts.form("/internal/hook?secret=planted", "", CALL)))
                .contains(
                        "https://hooks.example.com/twilio?…",
                        "https://hooks.example.com/internal/hook,",
                        "https://b.example.com/x",
                        "https://b.example.com/internal/hook.",
                        "webhookUrl(...)",
                        "console")
                .doesNotContain("planted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%0d%0aERROR forged", "/a\nforged", "/ÄÖÜ", "https://forged.example.com/x", "/<forged>"})
    void writesNothingIntoTheLogThatIsNoPlainPath(String target) {
        var webhooks = new TwilioWebhooks(List.of(TOKEN), List.of(URI.create(MY_COMPANY)), InstantSource.system());

        assertThat(webhooks.explanation(Posts.form(target, "", CALL)))
                .contains(MY_COMPANY)
                .doesNotContain("forged", "Ä", "%0d");
    }

    @Test
    void answersNoHandshake() {
        var webhooks = new TwilioWebhooks(List.of(TOKEN), List.of(URI.create(MY_COMPANY)), InstantSource.system());

        assertThat(webhooks.handshake(WebhookRequest.of("GET", "/myapp.php?hub.challenge=1", Map.of(), new byte[0])))
                .isEmpty();
    }

    private static SignatureCheck check(String publicUrl, WebhookRequest request) {
        return new TwilioWebhooks(List.of("first", TOKEN), List.of(URI.create(publicUrl)), InstantSource.system())
                .verify(request);
    }

    /** As Twilio signs, written down a second time. */
    private static String sign(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
