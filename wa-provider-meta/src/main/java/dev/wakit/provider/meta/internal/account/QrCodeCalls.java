package dev.wakit.provider.meta.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.ProviderUnavailableException;
import dev.wakit.address.SenderId;
import dev.wakit.internal.Check;
import dev.wakit.provider.http.Json;
import dev.wakit.provider.meta.account.QrCode;
import dev.wakit.provider.meta.account.QrCodes;
import dev.wakit.provider.meta.account.QrImage;
import dev.wakit.provider.meta.internal.api.GraphApi;
import dev.wakit.provider.meta.internal.http.GraphRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** QR codes, over Graph. */
final class QrCodeCalls implements QrCodes {

    private static final String EDGE = "message_qrdls";
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{14}");
    private static final int MAX_MESSAGE = 140;
    private static final String PAGE = "25";

    private final GraphApi api;

    QrCodeCalls(GraphApi api) {
        this.api = api;
    }

    @Override
    public List<QrCode> list(SenderId sender, QrImage image) {
        String fields = "code,prefilled_message,deep_link_url,creation_time,qr_image_url.format(" + image + ")";
        return api.list(
                new GraphRequest(List.of(sender.value(), EDGE), Map.of("fields", fields, "limit", PAGE)),
                QrCodeCalls::read);
    }

    @Override
    public Optional<QrCode> find(SenderId sender, String code) {
        var fields = Map.of("code", checked(code), "fields", "code,prefilled_message,deep_link_url,creation_time");
        return api.list(new GraphRequest(List.of(sender.value(), EDGE), fields), QrCodeCalls::read).stream()
                .filter(found -> found.code().equals(code))
                .findFirst();
    }

    @Override
    public QrCode create(SenderId sender, String message, QrImage image) {
        return post(sender, body(message).put("generate_qr_image", image.name()));
    }

    @Override
    public QrCode change(SenderId sender, String code, String message) {
        return post(sender, body(message).put("code", checked(code)));
    }

    @Override
    public void delete(SenderId sender, String code) {
        api.delete(GraphRequest.to(sender.value(), EDGE, checked(code)));
    }

    private QrCode post(SenderId sender, ObjectNode body) {
        return read(api.post(GraphRequest.to(sender.value(), EDGE), body))
                .orElseThrow(() -> new ProviderUnavailableException(
                        "Meta's answer does not describe the QR code. List the codes before you ask again."));
    }

    private static Optional<QrCode> read(JsonNode node) {
        return Json.text(node, "code")
                .flatMap(code -> Nodes.address(node, "deep_link_url")
                        .map(link -> new QrCode(
                                code,
                                Json.text(node, "prefilled_message").orElse(""),
                                link,
                                Nodes.address(node, "qr_image_url"),
                                Nodes.time(node, "creation_time"))));
    }

    private static ObjectNode body(String message) {
        return Json.object().put("prefilled_message", Check.text("qr.message", message, MAX_MESSAGE));
    }

    private static String checked(String code) {
        return Check.matches("qr.code", code, CODE, "be 14 capital letters or digits");
    }
}
