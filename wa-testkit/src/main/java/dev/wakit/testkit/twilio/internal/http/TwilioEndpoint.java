package dev.wakit.testkit.twilio.internal.http;

import dev.wakit.testkit.simulator.internal.Switches;
import dev.wakit.testkit.simulator.internal.http.Call;
import dev.wakit.testkit.simulator.internal.http.Endpoint;
import dev.wakit.testkit.simulator.internal.http.PendingReply;
import dev.wakit.testkit.simulator.internal.http.Reply;
import dev.wakit.testkit.twilio.internal.Account;
import dev.wakit.testkit.twilio.internal.content.ContentDesk;
import dev.wakit.testkit.twilio.internal.error.TwilioError;
import dev.wakit.testkit.twilio.internal.error.TwilioErrors;
import dev.wakit.testkit.twilio.internal.error.TwilioRefusal;
import dev.wakit.testkit.twilio.internal.message.CreateEndpoint;
import dev.wakit.testkit.twilio.internal.message.MessageDesk;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Every path of the API: checks credentials and the number of open requests, and hands on. Thread-safe. */
public final class TwilioEndpoint implements Endpoint {

    private static final String SUFFIX = ".json";

    private final Account account;
    private final Switches<TwilioError> switches;
    private final CreateEndpoint create;
    private final MessageDesk messages;
    private final ContentDesk contents;
    private final SenderList senders;
    private final AtomicInteger open = new AtomicInteger();
    private volatile int mostOpen;

    public TwilioEndpoint(
            Account account,
            Switches<TwilioError> switches,
            CreateEndpoint create,
            MessageDesk messages,
            ContentDesk contents,
            SenderList senders,
            int mostOpen) {
        this.account = account;
        this.switches = switches;
        this.create = create;
        this.messages = messages;
        this.contents = contents;
        this.senders = senders;
        this.mostOpen = mostOpen;
    }

    /** Changes how many requests are answered at once; 0 for any number. */
    public void mostOpen(int count) {
        mostOpen = count;
    }

    @Override
    public PendingReply answer(Call call) {
        int limit = mostOpen;
        boolean tooMany = open.incrementAndGet() > limit && limit > 0;
        try {
            PendingReply reply = answer(call, tooMany ? Optional.of(TwilioErrors.tooManyRequests()) : gate(call));
            return reply.andThen(open::decrementAndGet);
        } catch (RuntimeException e) {
            open.decrementAndGet();
            throw e;
        }
    }

    private PendingReply answer(Call call, Optional<TwilioError> error) {
        if (creates(call)) {
            return error.map(it -> create.refuse(MessageDesk.form(call), it))
                    .orElseGet(() -> create.create(MessageDesk.form(call)));
        }
        try {
            error.ifPresent(it -> {
                throw new TwilioRefusal(it);
            });
            return PendingReply.now(read(call));
        } catch (TwilioRefusal refusal) {
            return PendingReply.now(refusal.error().reply());
        }
    }

    private Optional<TwilioError> gate(Call call) {
        if (!creates(call) && switches.isOutage()) {
            return Optional.of(TwilioErrors.unavailable());
        }
        boolean otherAccount = ofMessages(call) && !call.segment(2).equals(account.sid());
        return otherAccount || !account.admits(call.header("Authorization"))
                ? Optional.of(TwilioErrors.badCredentials())
                : Optional.empty();
    }

    private static boolean creates(Call call) {
        return call.method().equals("POST") && isCollection(call);
    }

    private static boolean isCollection(Call call) {
        return ofMessages(call) && call.path().size() == 4 && call.segment(3).equals("Messages" + SUFFIX);
    }

    private static boolean ofMessages(Call call) {
        return call.segment(0).equals("2010-04-01") && call.segment(1).equals("Accounts");
    }

    private Reply read(Call call) {
        Optional<Reply> reply = Optional.empty();
        if (isCollection(call) && call.method().equals("GET")) {
            reply = Optional.of(messages.list(call));
        } else if (ofMessages(call) && call.segment(3).equals("Messages")) {
            reply = ofOne(call);
        } else if (call.path().equals(List.of("v2", "Channels", "Senders"))) {
            reply = call.method().equals("GET") ? Optional.of(senders.answer(call)) : reply;
        } else if (call.segment(0).equals("v1") || call.segment(0).equals("v2")) {
            reply = contents.answer(call);
        }
        return reply.orElseThrow(() -> new TwilioRefusal(TwilioErrors.notFound("/" + String.join("/", call.path()))));
    }

    private Optional<Reply> ofOne(Call call) {
        String sid = call.segment(4);
        String part = call.segment(5);
        String last = part.isEmpty() ? sid : part;
        if (!last.endsWith(SUFFIX) || call.path().size() > 6) {
            return Optional.empty();
        }
        return part.isEmpty()
                ? messages.one(call, withoutSuffix(sid), "")
                : messages.one(call, sid, withoutSuffix(part));
    }

    private static String withoutSuffix(String text) {
        return text.substring(0, text.length() - SUFFIX.length());
    }
}
