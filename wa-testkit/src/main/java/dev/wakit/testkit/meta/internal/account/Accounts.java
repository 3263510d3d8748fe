package dev.wakit.testkit.meta.internal.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.wakit.testkit.meta.internal.Identity;
import dev.wakit.testkit.meta.internal.error.GraphErrors;
import dev.wakit.testkit.meta.internal.error.Refusal;
import dev.wakit.testkit.meta.internal.reply.TraceIds;
import dev.wakit.testkit.meta.internal.webhook.WebhookOutbox;
import dev.wakit.testkit.simulator.internal.Dice;
import dev.wakit.testkit.simulator.internal.Json;
import dev.wakit.testkit.simulator.internal.http.Reply;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Everything about senders and the account but sending. Thread-safe. */
public final class Accounts {

    /** The id of the app that the token belongs to. */
    public static final String APP_ID = "2045236929267040";

    /** The id of the business portfolio. */
    public static final String PORTFOLIO_ID = "506914307656634";

    private static final String PARENT_EDGE = "parent-bsuid-accounts";

    private final Identity identity;
    private final NumberDesk numbers;
    private final SettingDesk settings = new SettingDesk();
    private final UsernameDesk usernames = new UsernameDesk();
    private final BlockDesk blocks;
    private final List<Desk> ofNumbers;
    private final List<Desk> ofAccount;

    public Accounts(Identity identity, Dice dice, InstantSource clock, TraceIds traces, WebhookOutbox outbox) {
        this.identity = identity;
        this.numbers = new NumberDesk(identity);
        this.blocks = new BlockDesk(clock, traces);
        SubscriptionDesk subscriptions = new SubscriptionDesk(identity, outbox);
        this.ofNumbers = List.of(
                numbers, settings, usernames, blocks, new QrDesk(dice, clock), subscriptions, Accounts::contactBook);
        this.ofAccount = List.of(new AccountDesk(identity), subscriptions);
    }

    public NumberDesk numbers() {
        return numbers;
    }

    public BlockDesk blocks() {
        return blocks;
    }

    /** Adds what the desks know about a number. */
    public void describe(String id, String quality, ObjectNode node) {
        numbers.describe(id, quality, node);
        settings.describe(id, node);
        usernames.describe(id, node);
    }

    /** Answers a request with a version, if it is about senders or the account. */
    public Optional<Reply> answer(AccountCall call) {
        List<Desk> desks = identity.phoneNumberIds().contains(call.id()) ? ofNumbers : ofAccount;
        return desks.stream().flatMap(desk -> desk.answer(call).stream()).findFirst();
    }

    /** Tells whether a request belongs to the host whose addresses have no version. */
    public static boolean isVersionless(List<String> path) {
        return path.size() == 2 && path.get(1).equals(PARENT_EDGE);
    }

    /** Answers a request to the host whose addresses have no version. */
    public Reply answerVersionless(AccountCall call) {
        if (!call.is("GET", PARENT_EDGE) || !call.id().equals(PORTFOLIO_ID)) {
            throw new Refusal(GraphErrors.unknownObject("get", call.id()));
        }
        ObjectNode answer = Json.object().put("parent_bsuid_account_id", "1180000000000001");
        answer.putArray("enrolled_business_portfolios").add(PORTFOLIO_ID);
        return Reply.json(answer);
    }

    private static Optional<Reply> contactBook(AccountCall call) {
        if (!call.is("DELETE", "contact_book")) {
            return Optional.empty();
        }
        if (call.query().getOrDefault("bsuid", "").isEmpty()) {
            throw new Refusal(GraphErrors.required("bsuid"));
        }
        return Answers.success();
    }
}
