package dev.wakit.testkit.provider;

import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.message.MessageKind;
import dev.wakit.provider.Capabilities;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.rate.RateLimit;
import dev.wakit.testkit.http.BspWire;
import dev.wakit.testkit.http.WireAnswer;
import dev.wakit.testkit.http.WireAnswer.Whole;
import dev.wakit.webhook.WebhookRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A BSP in memory, which answers with a line such as {@code id=fake-1;} or {@code code=THROTTLED;}. */
class FakeScript implements BspScript {

    private FakeWire wire = new FakeWire();

    @Override
    public BspWire open() {
        wire = new FakeWire();
        return wire;
    }

    @Override
    public WhatsAppProvider provider(BspSetup setup) {
        var fake = FakeProvider.builder()
                .webhookSecrets(setup.webhookSecrets())
                .capabilities(capabilities(setup.everything()))
                .listsMessages(true)
                .build();
        FakeWire mine = wire;
        fake.answer(request -> mine.receive(request, setup.totalTimeout()));
        return fake;
    }

    Capabilities capabilities(boolean everything) {
        return Capabilities.builder(RateLimit.perSecond(100))
                .addMessageKinds(MessageKind.values())
                .echoesCallbackData(true)
                .sendsToBsuid(true)
                .checksIdentity(true)
                .marketingDelivery(true)
                .payments(everything)
                .build();
    }

    @Override
    public Optional<BspAccount> account() {
        return Optional.of(new FakeAccount(FakeProvider.builder()
                .capabilities(capabilities(false))
                .listsMessages(true)
                .build()));
    }

    /** The provider is its BSP. */
    private record FakeAccount(FakeProvider provider) implements BspAccount {

        @Override
        public void close() {
            provider.close();
        }
    }

    @Override
    public boolean usesNetwork() {
        return false;
    }

    @Override
    public List<String> credentials() {
        return List.of();
    }

    @Override
    public MessageId messageId(int number) {
        return MessageId.of("fake-message-%06d".formatted(number));
    }

    @Override
    public Whole accepted(MessageId id) {
        return WireAnswer.of(200, "text/plain", "id=" + id.value() + ";");
    }

    @Override
    public List<RefusalExample> refusals() {
        return Arrays.stream(FakeRefusal.values())
                .map(refusal ->
                        new RefusalExample(refusal.name(), answer(refusal), refusal.disposition(), refusal.scope()))
                .toList();
    }

    private static Whole answer(FakeRefusal refusal) {
        return WireAnswer.of(refusal.error().httpStatus(), "text/plain", "code=" + refusal.name() + ";");
    }

    @Override
    public Whole refusalQuoting(String words) {
        return WireAnswer.of(401, "text/plain", "code=BAD_TOKEN; " + words);
    }

    @Override
    public WebhookRequest status(StatusNews news, String secret) {
        String code = news.status() == MessageStatus.FAILED ? FakeRefusal.UNREACHABLE.name() : "";
        Optional<String> echo = Optional.of(news.callbackData())
                .filter(data -> capabilities(false).echoesCallbackData());
        return FakeWebhooks.signed(FakeWebhooks.status(news.messageId(), news.status(), news.at(), echo, code), secret);
    }

    @Override
    public String signatureHeader() {
        return FakeWebhooks.SIGNATURE;
    }
}
