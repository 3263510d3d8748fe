package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.address.SenderId;
import dev.wakit.internal.Check;
import dev.wakit.provider.http.HttpCall;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.CodeMethod;
import dev.wakit.provider.meta.account.SenderNumber;
import dev.wakit.provider.meta.account.SenderNumbers;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphCall;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import dev.wakit.template.LanguageCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers, over Graph; see meta-cloud-api 6.1 and 6.2. */
final class NumberCalls implements SenderNumbers {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}");
    private static final String PAGE = "100";

    private final GraphApi api;
    private final Waba waba;

    NumberCalls(GraphApi api, Waba waba) {
        this.api = api;
        this.waba = waba;
    }

    @Override
    public List<SenderNumber> list() {
        var query = Map.of("fields", NumberReader.FIELDS, "limit", PAGE);
        return api.list(new GraphRequest(List.of(waba.account(), "phone_numbers"), query), NumberReader::read);
    }

    @Override
    public SenderNumber get(SenderId sender) {
        var query = Map.of("fields", NumberReader.FIELDS + ",health_status");
        JsonNode node = api.get(new GraphRequest(List.of(sender.value()), query));
        return NumberReader.read(node)
                .orElseThrow(() -> new ProviderUnavailableException(
                        "Meta described number " + sender + " without its id. Try again later."));
    }

    @Override
    public void requestCode(SenderId sender, CodeMethod method, LanguageCode language) {
        post(
                sender,
                "request_code",
                Json.object().put("code_method", method.name()).put("language", language.value()));
    }

    @Override
    public void verifyCode(SenderId sender, String code) {
        String digits = Check.matches("code", code.replace("-", ""), SIX_DIGITS, "be six digits");
        post(sender, "verify_code", Json.object().put("code", digits));
    }

    @Override
    public void register(SenderId sender, String pin) {
        post(sender, "register", AccountCalls.product().put("pin", checked(pin)));
    }

    @Override
    public void register(SenderId sender, String pin, String region) {
        Check.matches("region", region, REGION, "be two capital letters, such as DE");
        post(
                sender,
                "register",
                AccountCalls.product().put("pin", checked(pin)).put("data_localization_region", region));
    }

    @Override
    public void deregister(SenderId sender) {
        api.call(new GraphCall(
                HttpCall.Method.POST,
                GraphCall.Host.GRAPH,
                GraphRequest.to(sender.value(), "deregister"),
                Optional.empty()));
    }

    @Override
    public void changePin(SenderId sender, String pin) {
        api.post(GraphRequest.to(sender.value()), Json.object().put("pin", checked(pin)));
    }

    private void post(SenderId sender, String edge, ObjectNode body) {
        api.post(GraphRequest.to(sender.value(), edge), body);
    }

    private static String checked(String pin) {
        return Check.matches("pin", pin, SIX_DIGITS, "be six digits");
    }
}
