package dev.wakit.provider.twilio.internal.content;

import dev.wakit.provider.twilio.content.ContentAction;
import dev.wakit.template.definition.ButtonDefinition;
import dev.wakit.template.definition.OtpKind;
import java.util.Optional;

/** Writes the buttons of definitions; those that Twilio does not have are problems. */
final class ButtonMapper {

    /** WhatsApp shows its own words on this button, in the person's language; Twilio demands a title all the same. */
    private static final String COPY_CODE_TITLE = "Copy code";

    private final Renumbering numbers;

    ButtonMapper(Renumbering numbers) {
        this.numbers = numbers;
    }

    Optional<ContentAction> action(String where, ButtonDefinition button) {
        String name = where.replace(' ', '_');
        if (button instanceof ButtonDefinition.QuickReply reply) {
            // The payload of each message; it answers with its title where none is given.
            return Optional.of(ContentAction.quickReply(reply.text(), numbers.variable(name, reply.text())));
        } else if (button instanceof ButtonDefinition.Url url) {
            return Optional.of(ContentAction.url(url.text(), numbers.url(name, url.url(), url.example())));
        } else if (button instanceof ButtonDefinition.PhoneNumber phone) {
            return Optional.of(ContentAction.phoneNumber(phone.text(), phone.number()));
        } else if (button instanceof ButtonDefinition.CopyCode copy) {
            return Optional.of(ContentAction.copyCode(COPY_CODE_TITLE, numbers.variable(name, copy.example())));
        } else if (button instanceof ButtonDefinition.VoiceCall call) {
            return Optional.of(ContentAction.voiceCall(call.text()));
        }
        numbers.problem("The " + where + " is of kind " + button.getClass().getSimpleName()
                + ", which Twilio does not have here: remove it.");
        return Optional.empty();
    }

    /** The title of a button that copies a one-time password. */
    Optional<String> password(ButtonDefinition button) {
        if (!(button instanceof ButtonDefinition.Otp otp) || otp.kind() != OtpKind.COPY_CODE) {
            numbers.problem("An authentication template has a button that copies the code, and no other at Twilio:"
                    + " use copyOtp().");
            return Optional.empty();
        }
        numbers.problemIf(
                otp.text().isEmpty(), "The button that copies the code needs a title at Twilio: use labelled(...).");
        return Optional.of(otp.text());
    }
}
