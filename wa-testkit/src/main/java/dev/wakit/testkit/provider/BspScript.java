package dev.wakit.testkit.provider;

import dev.wakit.message.MessageId;
import dev.wakit.message.TemplateMessage;
import dev.wakit.provider.WhatsAppProvider;
import dev.wakit.testkit.http.BspWire;
import dev.wakit.testkit.http.ScriptServer;
import dev.wakit.testkit.http.WireAnswer;
import dev.wakit.testkit.http.WireRequest;
import dev.wakit.webhook.WebhookRequest;
import java.util.List;
import java.util.Optional;

/**
 * What the provider contract needs to know of a BSP: how to build the provider under test, and how the BSP answers on the wire.
 *
 * <p>Everything comes from the BSP's documentation; nothing depends on how the provider is made. Not thread-safe, but for
 * {@link #accepted}, which many requests may ask for at once.
 *
 * @since 0.1
 */
public interface BspScript {

    /**
     * The name of the template that the contract sends, in the language {@value #LANGUAGE}. A provider that translates names must
     * know it.
     */
    String TEMPLATE = "wakit_contract";

    /** The language of {@link #TEMPLATE}. */
    String LANGUAGE = "en";

    /** Builds the provider under test; the contract closes it. */
    WhatsAppProvider provider(BspSetup setup);

    /** What {@link #provider} is built with to authenticate at the BSP, and must never be seen: tokens, keys, passwords. */
    List<String> credentials();

    /** An id of the form that the BSP gives its messages; another for every number. */
    MessageId messageId(int number);

    /** The answer to a send that was accepted. */
    WireAnswer.Whole accepted(MessageId id);

    /**
     * The documented refusals that the provider must know: at least one each with the dispositions {@code THROTTLE_LANE}, {@code
     * REFRESH_CREDENTIALS} and {@code FAIL_RECIPIENT}.
     */
    List<RefusalExample> refusals();

    /** A documented refusal whose text quotes something, as BSPs do with what they were sent. */
    WireAnswer.Whole refusalQuoting(String words);

    /**
     * A status webhook as the BSP posts it.
     *
     * @param secret what it is signed with
     */
    WebhookRequest status(StatusNews news, String secret);

    /** The header that holds the signature. */
    String signatureHeader();

    /** Whether the signature covers the body; not so for BSPs that only repeat a secret of ours. */
    default boolean signsBody() {
        return true;
    }

    /** How the BSP checks the endpoint; empty for BSPs that do not. The provider is built with one secret. */
    default Optional<HandshakeExample> handshake() {
        return Optional.empty();
    }

    /**
     * What the BSP answers when a provider asks about a template before it sends one, as with a BSP that sends templates by an id.
     *
     * <p>The template is there, approved, and takes exactly the values of the message. Such questions do not count as sends, and the faults
     * of a test meet the send alone.
     *
     * @param message what is about to be sent: a template that {@link WhatsAppProvider#capabilities()} do not refuse
     * @param question a GET, without a body
     * @return empty if the request asks about something else; always, with a BSP that takes templates by name
     */
    default Optional<WireAnswer.Whole> aboutTemplate(TemplateMessage message, WireRequest question) {
        return Optional.empty();
    }

    /** An account with templates, media or look-up, for a provider that has any; opened anew for each test that needs one. */
    default Optional<BspAccount> account() {
        return Optional.empty();
    }

    /** Whether one language of a template can be deleted; if not, the provider must refuse rather than delete the others too. */
    default boolean deletesTemplatesByLanguage() {
        return true;
    }

    /** The far end of the wire: a server on this machine. Only a provider without a network has another. */
    default BspWire open() {
        return ScriptServer.start();
    }

    /** Whether the provider uses the network, so that connections can fail to open. */
    default boolean usesNetwork() {
        return true;
    }
}
