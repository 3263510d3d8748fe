package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.media.MediaSource;
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

/** The values in the header and in the body of a template. */
final class TemplateParameters {

    private TemplateParameters() {}

    static void body(ObjectNode node, BodyParameter parameter) {
        if (parameter instanceof Currency currency) {
            node.put("type", "currency")
                    .putObject("currency")
                    .put("fallback_value", currency.fallback())
                    .put("code", currency.code())
                    .put("amount_1000", currency.amount1000());
        } else if (parameter instanceof DateTime time) {
            node.put("type", "date_time").putObject("date_time").put("fallback_value", time.fallback());
        } else if (parameter instanceof GroupId group) {
            node.put("type", "group_id").put("group_id", group.groupId());
        } else {
            text(node, parameter);
        }
    }

    static void header(ObjectNode node, HeaderParameter parameter) {
        if (parameter instanceof Image image) {
            media(node, "image", image.source());
        } else if (parameter instanceof Video video) {
            media(node, "video", video.source());
        } else if (parameter instanceof Gif gif) {
            media(node, "gif", gif.source());
        } else if (parameter instanceof Document document) {
            Fields.put(media(node, "document", document.source()), "filename", document.filename());
        } else if (parameter instanceof Location location) {
            Fields.putLocation(node.put("type", "location").putObject("location"), location.location());
        } else if (parameter instanceof Product product) {
            node.put("type", "product")
                    .putObject("product")
                    .put("product_retailer_id", product.productRetailerId())
                    .put("catalog_id", product.catalogId());
        } else {
            text(node, parameter);
        }
    }

    private static void text(ObjectNode node, TemplateParameter parameter) {
        node.put("type", "text");
        if (parameter instanceof NamedText named) {
            node.put("parameter_name", named.name()).put("text", named.text());
        } else {
            node.put("text", ((Text) parameter).text());
        }
    }

    private static ObjectNode media(ObjectNode node, String type, MediaSource source) {
        return Fields.putSource(node.put("type", type).putObject(type), source);
    }
}
