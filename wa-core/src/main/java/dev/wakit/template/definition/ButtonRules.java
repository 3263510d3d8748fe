package dev.wakit.template.definition;

import dev.wakit.internal.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** The rules of a list of buttons, of a template or of a card. */
final class ButtonRules {
    static final int MAX_BUTTONS = 10;
    private static final int MAX_LABEL = 25;
    private static final int MAX_URL = 2000;
    private static final int MAX_URL_BUTTONS = 2;
    private static final int DESKTOP_BUTTONS = 3;
    private static final int SIGNATURE_LENGTH = 11;
    private static final Pattern PHONE_NUMBER = Pattern.compile("\\+?[0-9][0-9 ()-]{1,18}");
    private static final Pattern COUPON = Pattern.compile("[A-Za-z0-9]+");
    private static final int MAX_COUPON = 20;
    private static final int MAX_OFFER_COUPON = 15;

    private final String field;
    private final List<ButtonDefinition> buttons;
    private final boolean offer;
    private final Findings findings;

    ButtonRules(String field, List<ButtonDefinition> buttons, boolean offer, Findings findings) {
        this.field = field;
        this.buttons = buttons;
        this.offer = offer;
        this.findings = findings;
    }

    void check() {
        findings.addIf(
                buttons.size() > MAX_BUTTONS,
                TemplateRule.BUTTONS_TOO_MANY,
                field,
                buttons.size() + " buttons",
                "Keep at most " + MAX_BUTTONS + ".");
        atMost(MAX_URL_BUTTONS, ButtonDefinition.Url.class);
        atMost(1, ButtonDefinition.PhoneNumber.class);
        atMost(1, ButtonDefinition.CopyCode.class);
        atMost(1, ButtonDefinition.VoiceCall.class);
        atMost(1, ButtonDefinition.Otp.class);
        order();
        for (int i = 0; i < buttons.size(); i++) {
            check(field + "[" + i + "]", buttons.get(i));
        }
    }

    private void atMost(int most, Class<? extends ButtonDefinition> type) {
        long count = buttons.stream().filter(type::isInstance).count();
        findings.addIf(
                count > most,
                TemplateRule.BUTTON_TYPE_TOO_OFTEN,
                field,
                count + " of type " + type.getSimpleName(),
                "Keep at most " + most + ".");
    }

    private void order() {
        int changes = 0;
        for (int i = 1; i < buttons.size(); i++) {
            changes += isQuickReply(i) == isQuickReply(i - 1) ? 0 : 1;
        }
        findings.addIf(
                changes > 1,
                TemplateRule.QUICK_REPLIES_SCATTERED,
                field,
                changes + " changes of kind",
                "Put all quick replies before or after the other buttons.");
        findings.addIf(
                buttons.size() > DESKTOP_BUTTONS || changes > 0,
                TemplateRule.NOT_SHOWN_ON_DESKTOP,
                field,
                buttons.size() + " buttons" + (changes > 0 ? ", quick replies beside others" : ""),
                "Use at most " + DESKTOP_BUTTONS + " buttons, all quick replies or none, if people read on computers.");
        boolean coupon = buttons.stream().anyMatch(ButtonDefinition.CopyCode.class::isInstance);
        findings.addIf(
                offer && coupon && !(buttons.get(0) instanceof ButtonDefinition.CopyCode),
                TemplateRule.OFFER_BUTTON_ORDER,
                field,
                "",
                "Put the coupon button first.");
    }

    private boolean isQuickReply(int index) {
        return buttons.get(index) instanceof ButtonDefinition.QuickReply;
    }

    private void check(String at, ButtonDefinition button) {
        if (button instanceof ButtonDefinition.CopyCode copy) {
            coupon(at, copy);
        } else if (button instanceof ButtonDefinition.Otp otp) {
            password(at, otp);
        } else if (!(button instanceof ButtonDefinition.RequestContactInfo)) {
            findings.text(at + ".text", button.text(), MAX_LABEL);
        }
        if (button instanceof ButtonDefinition.Url url) {
            url(at, url);
        } else if (button instanceof ButtonDefinition.PhoneNumber phone) {
            findings.addIf(
                    !PHONE_NUMBER.matcher(phone.number()).matches(),
                    TemplateRule.PHONE_NUMBER_INVALID,
                    at + ".phone_number",
                    phone.number().length() + " characters",
                    "Write + and country code, at most 20 characters.");
        } else if (button instanceof FlowButton flow) {
            findings.text(at + ".flow", flow.flow(), Integer.MAX_VALUE);
        }
    }

    private void url(String at, ButtonDefinition.Url button) {
        String where = at + ".url";
        findings.text(where, button.url(), MAX_URL);
        List<String> variables = VariableRules.variables(button.url());
        boolean atEnd = variables.size() == 1 && button.url().endsWith("{{1}}");
        findings.addIf(
                !variables.isEmpty() && !atEnd,
                TemplateRule.URL_VARIABLE_MISPLACED,
                where,
                variables.size() + " variables",
                "Use one variable, {{1}}, at the end of the address.");
        findings.addIf(
                !isWebAddress(VariableRules.withoutVariables(button.url()).replace(' ', 'x')),
                TemplateRule.URL_INVALID,
                where,
                button.url().length() + " characters",
                "Write https://host/path.");
        findings.addIf(
                !variables.isEmpty() && (button.example().isBlank() || !isWebAddress(button.exampleAddress())),
                TemplateRule.EXAMPLE_MISSING,
                where,
                "{{1}}",
                "Give a whole address with the variable filled as example, or what fills the variable.");
        findings.addIf(
                variables.isEmpty() && !button.example().isEmpty(),
                TemplateRule.EXAMPLE_UNKNOWN,
                where,
                "",
                "Remove the example or end the address with {{1}}.");
    }

    private static boolean isWebAddress(String address) {
        try {
            return WebAddress.isWeb(new URI(address));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private void coupon(String at, ButtonDefinition.CopyCode button) {
        int most = offer ? MAX_OFFER_COUPON : MAX_COUPON;
        boolean valid =
                COUPON.matcher(button.example()).matches() && button.example().length() <= most;
        findings.addIf(
                !valid,
                TemplateRule.COUPON_INVALID,
                at + ".example",
                button.example().length() + " characters",
                "Give 1 to " + most + " letters and digits.");
    }

    private void password(String at, ButtonDefinition.Otp button) {
        if (!button.text().isEmpty()) {
            findings.text(at + ".text", button.text(), MAX_LABEL);
        }
        if (!button.autofillText().isEmpty()) {
            findings.text(at + ".autofill_text", button.autofillText(), MAX_LABEL);
        }
        boolean handsOver = button.kind() != OtpKind.COPY_CODE;
        findings.addIf(
                handsOver && button.apps().isEmpty(),
                TemplateRule.OTP_APPS_MISSING,
                at + ".supported_apps",
                button.kind().name(),
                "Name the package and the signature hash of your app.");
        for (int i = 0; i < button.apps().size(); i++) {
            SupportedApp app = button.apps().get(i);
            String where = at + ".supported_apps[" + i + "]";
            findings.text(where + ".package_name", app.packageName(), Integer.MAX_VALUE);
            findings.addIf(
                    app.signatureHash().length() != SIGNATURE_LENGTH,
                    TemplateRule.OTP_SIGNATURE_INVALID,
                    where + ".signature_hash",
                    app.signatureHash().length() + " characters",
                    "Give the " + SIGNATURE_LENGTH + " characters of the app's key hash.");
        }
        findings.addIf(
                button.kind() == OtpKind.ZERO_TAP && !button.zeroTapTermsAccepted(),
                TemplateRule.OTP_TERMS_NOT_ACCEPTED,
                at + ".zero_tap_terms_accepted",
                "",
                "Accept the terms, or use one-tap.");
    }
}
