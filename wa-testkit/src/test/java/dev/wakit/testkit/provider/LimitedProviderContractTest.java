package dev.wakit.testkit.provider;

import dev.wakit.message.Message;
import dev.wakit.message.MessageKind;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.interactive.InteractiveKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.rate.RateLimit;
import java.util.Optional;

/** A BSP that can do little: every refusal of the contract is met. */
class LimitedProviderContractTest extends ProviderContract {

    @Override
    protected BspScript script() {
        return new FakeScript() {
            @Override
            Capabilities capabilities(boolean everything) {
                return Capabilities.builder(RateLimit.perSecond(10))
                        .addMessageKinds(
                                MessageKind.TEMPLATE, MessageKind.IMAGE, MessageKind.DOCUMENT, MessageKind.INTERACTIVE)
                        .interactiveKinds(InteractiveKind.REPLY_BUTTONS)
                        .sendsMediaById(false)
                        .quotesMessages(false)
                        .addLimit(LimitedProviderContractTest::carousels)
                        .build();
            }
        };
    }

    private static Optional<String> carousels(Message message) {
        return message instanceof TemplateMessage template
                        && !template.carousel().isEmpty()
                ? Optional.of("has no carousels. Use a template without one.")
                : Optional.empty();
    }
}
