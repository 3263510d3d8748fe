package dev.wakit.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakit.address.PhoneNumber;
import dev.wakit.address.Recipient;
import dev.wakit.message.Message;
import dev.wakit.message.MessageId;
import dev.wakit.message.TemplateMessage;
import dev.wakit.message.TextMessage;
import dev.wakit.provider.SendOutcome;
import dev.wakit.provider.SendOutcome.Accepted;
import dev.wakit.provider.SendRequest;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.testkit.http.BspWire;
import dev.wakit.testkit.http.WireAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/**
 * What every part of the provider contract starts from: one abstract method, a wire whose far end is scripted, and a provider.
 *
 * <p>Not thread-safe; JUnit makes one a test.
 *
 * @since 0.1
 */
public abstract class ProviderFixture {

    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
    static final Duration TOTAL_TIMEOUT = Duration.ofSeconds(15);
    static final Duration SHORT_TIMEOUT = Duration.ofMillis(1500);
    static final String SECRET = "5d1f0c7e9a3b48629f70c1d2e3f4a5b6";
    static final String NEXT_SECRET = "a6b5f4e3d2c1079f26843b9a7e0cf1d5";
    static final String FOREIGN_SECRET = "00112233445566778899aabbccddeeff";
    static final Recipient PERSON = Recipient.of(PhoneNumber.parse("+16505551234"));
    static final String TEXT = "Nightingale-4711";
    static final String CALLBACK_DATA = "a1b2c3d4e5f6";

    private static final long PATIENCE_SECONDS = 40;

    private final List<WhatsAppProvider> built = new ArrayList<>();
    private final List<BspWire> wires = new ArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();
    private @Nullable BspScript bsp;

    /** For subclasses. */
    protected ProviderFixture() {}

    /** How the BSP of the provider under test answers; asked for once a test. */
    protected abstract BspScript script();

    final BspScript bsp() {
        BspScript known = bsp;
        if (known == null) {
            known = script();
            bsp = known;
        }
        return known;
    }

    /** Closes what the test opened. */
    @AfterEach
    protected final void closeProviders() {
        built.forEach(WhatsAppProvider::close);
        wires.forEach(BspWire::close);
    }

    final BspWire wire() {
        if (wires.isEmpty()) {
            wires.add(bsp().open());
        }
        return wires.get(0);
    }

    /** Lets a test that runs many cases begin a new one, on another wire and with another provider. */
    final void afresh() {
        closeProviders();
        built.clear();
        wires.clear();
    }

    final BspSetup setup() {
        return new BspSetup(wire().base(), List.of(SECRET), CONNECT_TIMEOUT, TOTAL_TIMEOUT, false);
    }

    final WhatsAppProvider provider() {
        return built.isEmpty() ? provider(setup()) : built.get(0);
    }

    final WhatsAppProvider provider(BspSetup setup) {
        WhatsAppProvider provider = bsp().provider(setup);
        built.add(provider);
        return provider;
    }

    /** Begins anew, with a provider that gives up soon if the fault is one that has to be waited for. */
    final void meet(Fault fault) {
        afresh();
        provider(setup().totalTimeout(fault.isWaitedFor() ? SHORT_TIMEOUT : TOTAL_TIMEOUT));
    }

    /** A message of a kind that the provider sends, and that holds these words. */
    final Message message(String words) {
        return message(provider(), words);
    }

    static Message message(WhatsAppProvider provider, String words) {
        Message text = TextMessage.of(words);
        return provider.capabilities().supports(text) ? text : SampleTemplates.plain(words);
    }

    final SendRequest request() {
        return request(CALLBACK_DATA);
    }

    final SendRequest request(String callbackData) {
        return prepared(SendRequest.builder(provider().defaultSender(), PERSON, message(TEXT))
                .callbackData(callbackData)
                .build());
    }

    /** Lets the BSP know the template of a request, if it is asked about it before the send. */
    final SendRequest prepared(SendRequest request) {
        wire().answersAside(question -> request.message() instanceof TemplateMessage template
                        && question.method().equals("GET")
                ? bsp().aboutTemplate(template, question)
                : Optional.empty());
        return request;
    }

    final WireAnswer.Whole acceptance() {
        return bsp().accepted(bsp().messageId(ids.incrementAndGet()));
    }

    /** Accepts every request with an id of its own. */
    final WireAnswer acceptingAll() {
        return new WireAnswer.Computed(request -> acceptance());
    }

    final SendOutcome send() {
        return await(provider().send(request()));
    }

    static SendOutcome await(CompletionStage<SendOutcome> sending) {
        try {
            return sending.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("A send must end within the provider's time limits.", e);
        } catch (ExecutionException e) {
            throw new AssertionError("A send must end with an outcome, not with an exception.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted", e);
        }
    }

    static MessageId acceptedId(SendOutcome outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return ((Accepted) outcome).messageId();
    }
}
