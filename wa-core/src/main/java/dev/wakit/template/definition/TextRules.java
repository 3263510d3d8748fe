package dev.wakit.template.definition;

import dev.wakit.template.HeaderFormat;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of headers, bodies and footers. */
final class TextRules {
    private static final int MAX_HEADER = 60;
    private static final int MAX_FOOTER = 60;
    private static final Duration LONGEST_CODE = Duration.ofMinutes(90);
    private static final Set<HeaderFormat> MEDIA =
            Set.of(HeaderFormat.IMAGE, HeaderFormat.VIDEO, HeaderFormat.GIF, HeaderFormat.DOCUMENT);
    private static final Pattern FORMATTING = Pattern.compile("[*_~`\\r\\n]");
    private static final Pattern MEDIA_ID = Pattern.compile("\\d+");

    private TextRules() {}

    static void header(String field, HeaderDefinition header, Findings findings) {
        if (header instanceof HeaderDefinition.Text text) {
            headerText(field, text.content(), findings);
        } else if (header instanceof HeaderDefinition.Media media) {
            findings.addIf(
                    !MEDIA.contains(media.format()),
                    TemplateRule.HEADER_NOT_MEDIA,
                    field,
                    media.format().name(),
                    "Use IMAGE, VIDEO, GIF or DOCUMENT.");
            findings.addIf(
                    media.handle().isBlank(),
                    TemplateRule.HANDLE_MISSING,
                    field + ".handle",
                    "",
                    "Upload a sample with a resumable upload and pass on its handle.");
            findings.addIf(
                    MEDIA_ID.matcher(media.handle()).matches(),
                    TemplateRule.HANDLE_IS_MEDIA_ID,
                    field + ".handle",
                    media.handle().length() + " digits",
                    "Media ids are for sending; upload the sample with a resumable upload and pass on its handle.");
        }
    }

    private static void headerText(String field, VariableText content, Findings findings) {
        findings.text(field, content.text(), MAX_HEADER);
        new VariableRules(field, content, findings).inHeader();
        int variables = content.variables().size();
        findings.addIf(
                variables > 1, TemplateRule.HEADER_VARIABLES_TOO_MANY, field, variables + " variables", "Keep one.");
        findings.addIf(
                FORMATTING
                        .matcher(VariableRules.withoutVariables(content.text()))
                        .find(),
                TemplateRule.HEADER_FORMATTED,
                field,
                "",
                "Write plain text on one line, without * _ ~ and `.");
    }

    static void body(String field, BodyDefinition body, int max, Findings findings) {
        if (body instanceof BodyDefinition.Text text) {
            findings.text(field, text.content().text(), max);
            new VariableRules(field, text.content(), findings).inBody();
        }
    }

    static void footer(FooterDefinition footer, Findings findings) {
        if (footer instanceof FooterDefinition.Text text) {
            findings.text("footer", text.text(), MAX_FOOTER);
            findings.addIf(
                    text.text().contains("{{"),
                    TemplateRule.VARIABLE_IN_FOOTER,
                    "footer",
                    "",
                    "Move the variable into the body.");
        } else if (footer instanceof FooterDefinition.CodeExpiration expiration) {
            Duration after = expiration.after();
            boolean valid = after.equals(Duration.ofMinutes(after.toMinutes()))
                    && after.toMinutes() >= 1
                    && after.compareTo(LONGEST_CODE) <= 0;
            findings.addIf(
                    !valid,
                    TemplateRule.CODE_EXPIRATION_RANGE,
                    "footer.code_expiration_minutes",
                    after.toString(),
                    "Use 1 to 90 whole minutes.");
        }
    }
}
