package dev.wakit.campaign.internal.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.template.BodyParameter;
import dev.wakit.template.HeaderParameter;
import dev.wakit.template.TemplateParameter;
import dev.wakit.template.TemplateParameter.Currency;
import dev.wakit.template.TemplateParameter.DateTime;
import dev.wakit.template.TemplateParameter.Document;
import dev.wakit.template.TemplateParameter.Gif;
import dev.wakit.template.TemplateParameter.GroupId;
import dev.wakit.template.TemplateParameter.Image;
import dev.wakit.template.TemplateParameter.Location;
import dev.wakit.template.TemplateParameter.NamedText;
import dev.wakit.template.TemplateParameter.Product;
import dev.wakit.template.TemplateParameter.Text;
import dev.wakit.template.TemplateParameter.Video;

/** The values of a template's header and body. */
final class ParameterCodec {

    private static final String KIND = "kind";
    private static final String TEXT = "text";
    private static final String NAMED_TEXT = "named_text";
    private static final String FILENAME = "filename";

    private ParameterCodec() {}

    static void write(ObjectNode node, TemplateParameter parameter) {
        if (parameter instanceof Text text) {
            node.put(KIND, TEXT).put(TEXT, text.text());
        } else if (parameter instanceof NamedText named) {
            node.put(KIND, NAMED_TEXT).put("name", named.name()).put(TEXT, named.text());
        } else if (parameter instanceof Currency currency) {
            node.put(KIND, "currency")
                    .put("fallback", currency.fallback())
                    .put("code", currency.code())
                    .put("amount1000", currency.amount1000());
        } else if (parameter instanceof DateTime dateTime) {
            node.put(KIND, "date_time").put("fallback", dateTime.fallback());
        } else if (parameter instanceof GroupId group) {
            node.put(KIND, "group_id").put("groupId", group.groupId());
        } else {
            writeHeader(node, parameter);
        }
    }

    private static void writeHeader(ObjectNode node, TemplateParameter parameter) {
        if (parameter instanceof Image image) {
            MediaCodec.write(node.put(KIND, "image"), image.source());
        } else if (parameter instanceof Video video) {
            MediaCodec.write(node.put(KIND, "video"), video.source());
        } else if (parameter instanceof Gif gif) {
            MediaCodec.write(node.put(KIND, "gif"), gif.source());
        } else if (parameter instanceof Document document) {
            MediaCodec.write(node.put(KIND, "document"), document.source());
            Put.text(node, FILENAME, document.filename());
        } else if (parameter instanceof Location location) {
            PlainCodec.write(node.put(KIND, "location"), location.location());
        } else if (parameter instanceof Product product) {
            node.put(KIND, "product").put("catalogId", product.catalogId()).put("product", product.productRetailerId());
        } else {
            throw new IllegalStateException(parameter.getClass().getSimpleName() + " has no stored form");
        }
    }

    static BodyParameter body(Fields fields) {
        String kind = fields.text(KIND);
        return switch (kind) {
            case TEXT -> new Text(fields.text(TEXT));
            case NAMED_TEXT -> new NamedText(fields.text("name"), fields.text(TEXT));
            case "currency" -> new Currency(fields.text("fallback"), fields.text("code"), fields.number("amount1000"));
            case "date_time" -> new DateTime(fields.text("fallback"));
            case "group_id" -> new GroupId(fields.text("groupId"));
            default -> throw fields.unknown(KIND, kind);
        };
    }

    static HeaderParameter header(Fields fields) {
        String kind = fields.text(KIND);
        return switch (kind) {
            case TEXT -> new Text(fields.text(TEXT));
            case NAMED_TEXT -> new NamedText(fields.text("name"), fields.text(TEXT));
            case "image" -> new Image(MediaCodec.source(fields));
            case "video" -> new Video(MediaCodec.source(fields));
            case "gif" -> new Gif(MediaCodec.source(fields));
            case "document" ->
                fields.optionalText(FILENAME)
                        .map(filename -> TemplateParameter.document(MediaCodec.source(fields), filename))
                        .orElseGet(() -> TemplateParameter.document(MediaCodec.source(fields)));
            case "location" -> new Location(PlainCodec.place(fields));
            case "product" -> new Product(fields.text("catalogId"), fields.text("product"));
            default -> throw fields.unknown(KIND, kind);
        };
    }
}
