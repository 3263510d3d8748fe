package dev.wakit.provider.twilio.internal.api;

import dev.wakit.provider.http.RequestUrl;
import java.net.URI;

/**
 * Where the parts of Twilio are, and whose they are.
 *
 * @param account the account SID
 * @param api messages
 * @param content Contents
 * @param messaging senders
 */
public record TwilioHosts(String account, URI api, URI content, URI messaging) {

    private static final String VERSION = "2010-04-01";

    /** The messages of the account: the list, and where they are sent. */
    public RequestUrl messages() {
        return RequestUrl.of(api).path(VERSION, "Accounts", account, "Messages.json");
    }

    /** One message. */
    public RequestUrl message(String sid) {
        return RequestUrl.of(api).path(VERSION, "Accounts", account, "Messages", sid + ".json");
    }

    /** One file of a message; with {@code .json} behind its SID what is known of it. */
    public RequestUrl media(String message, String file) {
        return RequestUrl.of(api).path(VERSION, "Accounts", account, "Messages", message, "Media", file);
    }

    /** The Contents of the account, or a part of one. */
    public RequestUrl contents(String... path) {
        return RequestUrl.of(content).path("v1", "Content").path(path);
    }

    /** The Contents of the account with their approvals. */
    public RequestUrl contentsAndApprovals() {
        return RequestUrl.of(content).path("v1", "ContentAndApprovals");
    }

    /** The senders of the account. */
    public RequestUrl senders() {
        return RequestUrl.of(messaging).path("v2", "Channels", "Senders");
    }
}
