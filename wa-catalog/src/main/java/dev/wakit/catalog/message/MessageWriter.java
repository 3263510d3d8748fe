package dev.wakit.catalog.message;

import dev.wakit.message.Message;
import dev.wakit.message.TemplateMessage;
import java.util.Optional;

/**
 * Writes what customers are told. The host's part; thread-safe.
 *
 * <p>It may be asked again for the same message after a crash; then what it wrote first is sent.
 *
 * @since 0.1
 */
public interface MessageWriter {

    /**
     * What is sent to somebody who wrote within the last 24 hours: any message. A text becomes the text of the order message where the
     * customer was asked to pay inside WhatsApp.
     *
     * @return empty to send nothing
     */
    Optional<Message> reply(ShopNews news);

    /**
     * What is sent to everybody else, to whom WhatsApp lets through templates only.
     *
     * @return empty to send nothing
     */
    Optional<TemplateMessage> template(ShopNews news);
}
