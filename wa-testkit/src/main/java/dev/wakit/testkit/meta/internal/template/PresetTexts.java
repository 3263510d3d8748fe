package dev.wakit.testkit.meta.internal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.simulator.internal.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The texts of authentication templates in some languages; others get the English ones. */
final class PresetTexts {

    private static final String OTP_URL = "https://www.whatsapp.com/otp/code/?otp_type=%s&code=otp{{1}}";
    private static final Texts ENGLISH = new Texts(
            "*{{1}}* is your verification code.",
            " For your security, do not share this code.", "This code expires in %s minutes.", "Copy code", "Autofill");
    private static final Map<String, Texts> OTHERS = Map.of(
            "de",
            new Texts(
                    "*{{1}}* ist dein Verifizierungscode.",
                    " Teile diesen Code aus Sicherheitsgründen nicht.",
                    "Dieser Code läuft in %s Minuten ab.",
                    "Code kopieren",
                    "Automatisch ausfüllen"),
            "es",
            new Texts(
                    "Tu código de verificación es *{{1}}*.",
                    " Por tu seguridad, no lo compartas.",
                    "Este código caduca en %s minutos.",
                    "Copiar código",
                    "Autocompletar"),
            "pt_BR",
            new Texts(
                    "Seu código de verificação é *{{1}}*.",
                    " Para sua segurança, não o compartilhe.",
                    "Este código expira em %s minutos.",
                    "Copiar código",
                    "Preencher automaticamente"));

    private PresetTexts() {}

    private record Texts(String body, String warning, String footer, String copy, String autofill) {}

    private static Texts in(String language) {
        return OTHERS.getOrDefault(language, OTHERS.getOrDefault(language.split("_")[0], ENGLISH));
    }

    /** The components of an authentication template as they are read back: with texts, the button as a URL. */
    static ArrayNode components(JsonNode asked, String language) {
        Texts texts = in(language);
        ArrayNode components = Json.array();
        for (JsonNode component : asked) {
            String type = component.path("type").asText("").toUpperCase(Locale.ROOT);
            ObjectNode node = Json.object().put("type", type);
            switch (type) {
                case "BODY" -> components.add(node.put("text", body(texts, component)));
                case "FOOTER" ->
                    components.add(node.put(
                            "text",
                            footer(
                                    texts,
                                    component.path("code_expiration_minutes").asText())));
                case "BUTTONS" -> {
                    String kind = component
                            .at("/buttons/0/otp_type")
                            .asText("COPY_CODE")
                            .toUpperCase(Locale.ROOT);
                    String url = String.format(Locale.ROOT, OTP_URL, kind);
                    ObjectNode button = node.putArray("buttons").addObject().put("type", "URL");
                    button.put("text", texts.copy())
                            .put("url", url)
                            .putArray("example")
                            .add(url.replace("{{1}}", "123456"));
                    components.add(node);
                }
                default -> throw TemplateErrors.invalid("An AUTHENTICATION template has no " + type);
            }
        }
        return components;
    }

    private static String body(Texts texts, JsonNode component) {
        boolean warned = component.path("add_security_recommendation").asBoolean();
        return texts.body() + (warned ? texts.warning() : "");
    }

    private static String footer(Texts texts, String minutes) {
        return String.format(Locale.ROOT, texts.footer(), minutes);
    }

    /** The answer of the preview edge. */
    static ObjectNode previews(Map<String, String> query) {
        String asked = query.getOrDefault("language", "");
        List<String> languages =
                asked.isEmpty() ? List.of("de", "en_US", "es", "pt_BR") : Arrays.asList(asked.split(","));
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        for (String language : languages) {
            Texts texts = in(language);
            boolean warned = Boolean.parseBoolean(query.getOrDefault("add_security_recommendation", "false"));
            ObjectNode preview = data.addObject().put("body", texts.body() + (warned ? texts.warning() : ""));
            String minutes = query.getOrDefault("code_expiration_minutes", "");
            if (!minutes.isEmpty()) {
                preview.put("footer", footer(texts, minutes));
            }
            preview.putArray("buttons")
                    .addObject()
                    .put("type", "OTP")
                    .put("text", texts.copy())
                    .put("autofill_text", texts.autofill());
            preview.put("language", language);
        }
        return answer;
    }
}
