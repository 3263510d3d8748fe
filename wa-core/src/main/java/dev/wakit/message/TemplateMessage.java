package dev.wakit.message;

public final class TemplateMessage implements Message {
    public MessageKind kind() {
        return MessageKind.TEMPLATE;
    }
}
