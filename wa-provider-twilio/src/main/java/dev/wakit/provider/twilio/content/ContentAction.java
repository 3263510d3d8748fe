package dev.wakit.provider.twilio.content;

import java.util.Objects;

/**
 * A button of a Content. Immutable; texts that are absent are empty.
 *
 * @param kind what it does
 * @param title what the person sees
 * @param value the address, the number or the code, by kind; empty for kinds that have none
 * @param id what the webhook carries when it is pressed
 * @param webviewSize how much of the screen a page takes, in Twilio's word; cards only
 * @since 0.1
 */
public record ContentAction(Kind kind, String title, String value, String id, String webviewSize) {

    /** Checks that nothing is null. */
    public ContentAction {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(webviewSize, "webviewSize");
    }

    /** What a button does. */
    public enum Kind {
        /** Answers with its id. */
        QUICK_REPLY,
        /** Opens a page; the value is its address. */
        URL,
        /** Dials; the value is the number. */
        PHONE_NUMBER,
        /** Copies; the value is the code. */
        COPY_CODE,
        /** Calls the business on WhatsApp. */
        VOICE_CALL,
        /** Asks whether the business may call. */
        VOICE_CALL_REQUEST
    }

    /** Returns a button that answers with its id. */
    public static ContentAction quickReply(String title, String id) {
        return new ContentAction(Kind.QUICK_REPLY, title, "", id, "");
    }

    /** Returns a button that opens a page. */
    public static ContentAction url(String title, String url) {
        return new ContentAction(Kind.URL, title, url, "", "");
    }

    /** Returns a button that dials a number. */
    public static ContentAction phoneNumber(String title, String number) {
        return new ContentAction(Kind.PHONE_NUMBER, title, number, "", "");
    }

    /** Returns a button that copies a code. */
    public static ContentAction copyCode(String title, String code) {
        return new ContentAction(Kind.COPY_CODE, title, code, "", "");
    }

    /** Returns a button that calls the business. */
    public static ContentAction voiceCall(String title) {
        return new ContentAction(Kind.VOICE_CALL, title, "", "", "");
    }

    /** The kind and the title; the rest may be a number. */
    @Override
    public String toString() {
        return "ContentAction[" + kind + " " + title + "]";
    }
}
