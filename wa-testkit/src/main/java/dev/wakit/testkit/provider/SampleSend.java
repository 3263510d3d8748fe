package dev.wakit.testkit.provider;

import dev.wakit.address.SenderId;
import dev.wakit.message.Message;
import dev.wakit.provider.SendRequest;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A request that some providers can send and others cannot.
 *
 * @param name what is particular about it
 * @param message the content
 * @param parts what is set besides
 * @param words what must be on the wire if it is sent, however the BSP writes it
 */
record SampleSend(String name, Message message, UnaryOperator<SendRequest.Builder> parts, List<String> words) {

    static SampleSend of(String name, Message message, String... words) {
        return new SampleSend(name, message, UnaryOperator.identity(), List.of(words));
    }

    SendRequest from(SenderId sender) {
        return parts.apply(SendRequest.builder(sender, ProviderFixture.PERSON, message))
                .build();
    }
}
