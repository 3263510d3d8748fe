package dev.wakit.provider.meta.internal.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.message.Message;

/** Writes the content of one kind of message: the {@code type} field and the object of that name. */
@FunctionalInterface
interface MessageEncoder<M extends Message> {

    void encode(M message, ObjectNode envelope);
}
