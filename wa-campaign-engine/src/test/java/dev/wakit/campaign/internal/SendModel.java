package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.address.SenderId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.audience.AudienceSummary;
import dev.wakit.campaign.content.TextContent;
import dev.wakit.campaign.delivery.Delivery;
import dev.wakit.campaign.delivery.DeliveryId;
import dev.wakit.campaign.delivery.DeliveryState;
import dev.wakit.campaign.delivery.DeliveryTransitions;
import dev.wakit.campaign.delivery.EvidencePolicy;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.pacing.LaneKey;
import dev.wakit.campaign.pacing.RetryPolicy;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.Located;
import dev.wakit.campaign.store.OutcomeWrite;
import dev.wakit.error.Disposition;
import dev.wakit.error.ErrorCategory;
import dev.wakit.error.ErrorRule;
import dev.wakit.error.ErrorScope;
import dev.wakit.error.ProviderError;
import dev.wakit.inbound.MessageStatus;
import dev.wakit.message.MessageId;
import dev.wakit.provider.ProviderId;
import dev.wakit.template.TemplateCategory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Every state that one recipient can reach with two workers, at most three attempts and two crashes, when leases end, answers and
 * webhooks are lost or late, and workers stand still at any moment.
 *
 * <p>What evidence does to the row is decided by the real {@link StatusMerger}, and what its absence does by the real {@link
 * UncertainJudge} in the campaign's {@link SendMode}; every move is checked against the real {@link DeliveryTransitions}.
 */
final class SendModel {

    private static final int MAX_ATTEMPTS = 3;
    private static final int CRASHES = 2;
    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
    private static final ErrorRule RULE =
            new ErrorRule("0", "None", ErrorCategory.OTHER, Disposition.FAIL_RECIPIENT, ErrorScope.REQUEST, "None.");
    private static final ProviderError ERROR = ProviderError.builder("0").build();

    private final Rules rules;
    private final StatusMerger merger;
    private final UncertainJudge judge = new UncertainJudge(EvidencePolicy.DEFAULT);
    private final CampaignRow campaign;
    private final CampaignBook.Entry entry;
    private final Set<Violation> violations = EnumSet.noneOf(Violation.class);
    private final Set<DeliveryState> reached = EnumSet.noneOf(DeliveryState.class);
    private final Set<State> seen = new HashSet<>();
    private final ArrayDeque<State> open = new ArrayDeque<>();
    private int moves;

    private SendModel(Rules rules) {
        this.rules = rules;
        var settings = CampaignSettings.builder(
                        TemplateCategory.UNKNOWN, RetryPolicy.DEFAULT, new AudienceSummary(1, 0, List.of()))
                .sendMode(rules.mode())
                .build();
        TextContent content = TextContent.of("Hello");
        var lane = new LaneKey(TenantId.DEFAULT, ProviderId.of("bsp"), SenderId.of("1"));
        this.campaign = new CampaignRow(
                TenantId.DEFAULT, new CampaignId(1), "Model", CampaignStatus.RUNNING, "", lane, "", "", T0, T0, T0, T0);
        this.entry = CampaignBook.Entry.of(campaign, Contents.of(content), settings);
        this.merger = new StatusMerger(new ErrorJudge(new Random(1)), row -> entry);
    }

    /**
     * A variant of the protocol and of the world.
     *
     * @param mode what the engine does about an attempt that nobody can explain
     * @param pausesEnd assumption A: no worker stands still between its last check and the socket for longer than the grace
     * @param webhooksCome assumption B: the webhook of an accepted message comes within the grace
     * @param reruns whether a row in SENDING whose lease is over is claimed again, as job queues do
     * @param isFenced whether writes check attempt and epoch
     * @param losesCommits whether the database may lose the commit of an intent
     */
    record Rules(
            SendMode mode,
            boolean pausesEnd,
            boolean webhooksCome,
            boolean reruns,
            boolean isFenced,
            boolean losesCommits) {

        static Rules of(SendMode mode) {
            return new Rules(mode, false, false, false, true, false);
        }

        static Rules ofAJobQueue() {
            return new Rules(SendMode.AT_LEAST_ONCE, false, false, true, true, false);
        }

        Rules assuming(boolean pausesEndInTime, boolean webhooksComeInTime) {
            return new Rules(mode, pausesEndInTime, webhooksComeInTime, reruns, isFenced, losesCommits);
        }

        Rules unfenced() {
            return new Rules(mode, pausesEnd, webhooksCome, reruns, false, losesCommits);
        }

        Rules onAForgetfulDatabase() {
            return new Rules(mode, pausesEnd, webhooksCome, reruns, isFenced, true);
        }
    }

    enum Violation {
        DUPLICATE_SEND,
        /** Nothing happens any more, all webhooks have come, and the row does not say what became of the message. */
        LOST,
        /** The row is UNKNOWN, nothing was accepted, and not every try was made. */
        GIVEN_UP_EARLY,
        ACCEPTED_BUT_FAILED,
        POSITIVE_BUT_NEVER_ACCEPTED,
        PROOF_LOST,
        MOVE_OUTSIDE_THE_TABLE
    }

    /** How many states there are, what went wrong in one of them, and in which states the row was. */
    record Result(int states, Set<Violation> violations, Set<DeliveryState> reached) {}

    private enum Step {
        IDLE,
        CLAIMED,
        CHECKED,
        ANSWERED
    }

    private enum Answer {
        NONE,
        ACCEPTED,
        REFUSED,
        TRY_AGAIN,
        LOST
    }

    private record Worker(Step step, int attempt, Answer answer, int message) {
        static final Worker IDLE = new Worker(Step.IDLE, 0, Answer.NONE, 0);
    }

    private record Row(
            DeliveryState state,
            int attempt,
            int tries,
            int resentAttempt,
            boolean isLeased,
            int message,
            boolean hasFailed) {

        Row in(DeliveryState to) {
            return new Row(to, attempt, tries, resentAttempt, false, message, hasFailed);
        }

        Row withAttempt(DeliveryState to, int newAttempt, boolean leased) {
            return new Row(to, newAttempt, tries, resentAttempt, leased, message, hasFailed);
        }
    }

    private record Hook(int attempt, int message) {}

    private record State(Row row, List<Worker> workers, List<Integer> accepted, Set<Hook> hooks, int crashes) {

        State with(Row changed) {
            return new State(changed, workers, accepted, hooks, crashes);
        }

        State with(int index, Worker worker) {
            var changed = new ArrayList<>(workers);
            changed.set(index, worker);
            return new State(row, List.copyOf(changed), accepted, hooks, crashes);
        }

        State accepts(int attempt) {
            var more = new ArrayList<>(accepted);
            more.add(attempt);
            var coming = new HashSet<>(hooks);
            coming.add(new Hook(attempt, more.size()));
            return new State(row, workers, List.copyOf(more), Set.copyOf(coming), crashes);
        }

        State without(Hook hook) {
            var left = new HashSet<>(hooks);
            left.remove(hook);
            return new State(row, workers, accepted, Set.copyOf(left), crashes);
        }

        State crashed() {
            return new State(row, workers, accepted, hooks, crashes - 1);
        }
    }

    static Result explore(Rules rules) {
        return new SendModel(rules).explore();
    }

    private Result explore() {
        var first = new State(
                new Row(DeliveryState.PENDING, 0, 0, 0, false, 0, false),
                List.of(Worker.IDLE, Worker.IDLE),
                List.of(),
                Set.of(),
                CRASHES);
        seen.add(first);
        open.add(first);
        while (!open.isEmpty()) {
            State state = open.remove();
            moves = 0;
            for (int i = 0; i < state.workers().size(); i++) {
                work(state, i);
            }
            world(state);
            rest(state);
        }
        return new Result(seen.size(), violations, reached);
    }

    private void work(State state, int i) {
        Worker worker = state.workers().get(i);
        Row row = state.row();
        switch (worker.step()) {
            case IDLE -> claim(state, i);
            case CLAIMED -> {
                if (isOwn(row, worker) && row.isLeased()) {
                    go(state, state.with(i, new Worker(Step.CHECKED, worker.attempt(), Answer.NONE, 0)));
                    // It decides not to send, and knows that nothing left.
                    go(state, state.with(moved(row, DeliveryState.PENDING)).with(i, Worker.IDLE));
                } else {
                    go(state, state.with(i, Worker.IDLE));
                }
            }
            case CHECKED -> post(state, i, worker);
            case ANSWERED -> go(state, state.with(outcome(row, worker)).with(i, Worker.IDLE));
        }
        if (worker.step() != Step.IDLE && state.crashes() > 0) {
            go(state, state.crashed().with(i, Worker.IDLE));
        }
    }

    private void claim(State state, int i) {
        Row row = state.row();
        boolean rerun = rules.reruns() && row.state() == DeliveryState.SENDING && !row.isLeased();
        if (row.attempt() < MAX_ATTEMPTS && (row.state() == DeliveryState.PENDING || rerun)) {
            if (!DeliveryTransitions.isAllowed(row.state(), DeliveryState.SENDING)) {
                violations.add(Violation.MOVE_OUTSIDE_THE_TABLE);
            }
            Row claimed = row.withAttempt(DeliveryState.SENDING, row.attempt() + 1, true);
            go(state, state.with(claimed).with(i, new Worker(Step.CLAIMED, claimed.attempt(), Answer.NONE, 0)));
        }
    }

    /** The request leaves, whatever has become of the row since the check. */
    private void post(State state, int i, Worker worker) {
        int attempt = worker.attempt();
        State accepted = state.accepts(attempt);
        int message = accepted.accepted().size();
        go(state, accepted.with(i, new Worker(Step.ANSWERED, attempt, Answer.ACCEPTED, message)));
        go(state, accepted.with(i, new Worker(Step.ANSWERED, attempt, Answer.LOST, 0)));
        go(state, state.with(i, new Worker(Step.ANSWERED, attempt, Answer.LOST, 0)));
        go(state, state.with(i, new Worker(Step.ANSWERED, attempt, Answer.REFUSED, 0)));
        go(state, state.with(i, new Worker(Step.ANSWERED, attempt, Answer.TRY_AGAIN, 0)));
    }

    /** The direct write where the fence lets it through; otherwise the answer is evidence. */
    private Row outcome(Row row, Worker worker) {
        DeliveryState to = target(worker.answer());
        boolean direct = rules.isFenced()
                ? isOwn(row, worker) && row.isLeased()
                : !row.state().isPositive() && row.state() != DeliveryState.SKIPPED;
        int tries = row.tries() + (worker.answer() == Answer.TRY_AGAIN ? 1 : 0);
        if (direct) {
            return new Row(
                    to, row.attempt(), tries, row.resentAttempt(), false, worker.message(), to == DeliveryState.FAILED);
        }
        var write = new OutcomeWrite(
                new DeliveryId(1),
                campaign.id(),
                worker.attempt(),
                to,
                worker.message() > 0 ? "m" + worker.message() : "",
                T0,
                tries,
                to == DeliveryState.FAILED ? "1" : "",
                "",
                T0);
        return merged(row, new Evidence.LateOutcome(write));
    }

    private static DeliveryState target(Answer answer) {
        return switch (answer) {
            case ACCEPTED -> DeliveryState.ACCEPTED;
            case REFUSED -> DeliveryState.FAILED;
            case TRY_AGAIN -> DeliveryState.PENDING;
            case LOST, NONE -> DeliveryState.UNCERTAIN;
        };
    }

    private void world(State state) {
        Row row = state.row();
        if (row.state() == DeliveryState.SENDING && row.isLeased()) {
            go(state, state.with(row.in(row.state())));
        }
        if (row.state() == DeliveryState.SENDING && !row.isLeased() && !rules.reruns()) {
            go(state, state.with(moved(row, DeliveryState.UNCERTAIN)));
        }
        for (Hook hook : state.hooks()) {
            var status = new Evidence.Status(
                    hook.attempt(),
                    new MessageId("m" + hook.message()),
                    MessageStatus.DELIVERED,
                    T0,
                    ERROR,
                    RULE,
                    Set.of());
            go(state, state.without(hook).with(merged(row, status)));
            // The same webhook may come again.
            go(state, state.with(merged(row, status)));
        }
        if (row.state() == DeliveryState.UNCERTAIN) {
            judge(state);
        }
        if (rules.losesCommits() && row.state() == DeliveryState.SENDING && state.crashes() > 0) {
            go(state, state.crashed().with(row.withAttempt(DeliveryState.PENDING, row.attempt() - 1, false)));
        }
    }

    /** The engine looks at what nobody can explain: soon, after the grace, and when it has waited as long as it may. */
    private void judge(State state) {
        Delivery delivery = delivery(state.row()).toBuilder().uncertainAt(T0).build();
        settle(state, judge.settle(delivery, entry, false, T0).after());
        if (isOverdue(state)) {
            Instant later = T0.plus(judge.grace(entry.settings()));
            settle(state, judge.settle(delivery, entry, true, later).after());
        }
        Instant end = T0.plus(judge.limit(entry.settings()));
        settle(state, judge.settle(delivery, entry, false, end).after());
    }

    private void settle(State state, Delivery after) {
        if (after.state() != DeliveryState.UNCERTAIN) {
            Row row = moved(state.row(), after.state());
            go(
                    state,
                    state.with(new Row(
                            row.state(),
                            row.attempt(),
                            after.tries(),
                            after.resentAttempt(),
                            false,
                            row.message(),
                            row.hasFailed())));
        }
    }

    /** When nothing happens any more, the row must say what became of the message. */
    private void rest(State state) {
        boolean isExplained = switch (state.row().state()) {
            case PENDING -> state.row().attempt() >= MAX_ATTEMPTS;
            case SENDING, UNCERTAIN -> false;
            default -> state.accepted().isEmpty() || state.row().state().isPositive();
        };
        boolean isNobodyAtWork = state.workers().stream().allMatch(Worker.IDLE::equals);
        if (moves == 0 && !(isExplained && isNobodyAtWork)) {
            violations.add(Violation.LOST);
        }
    }

    private boolean isOverdue(State state) {
        int attempt = state.row().attempt();
        boolean somebodyStandsStill = state.workers().stream()
                .anyMatch(worker -> (worker.step() == Step.CLAIMED || worker.step() == Step.CHECKED)
                        && worker.attempt() == attempt);
        boolean webhookIsComing = state.hooks().stream().anyMatch(hook -> hook.attempt() == attempt);
        return !(rules.pausesEnd() && somebodyStandsStill) && !(rules.webhooksCome() && webhookIsComing);
    }

    private static boolean isOwn(Row row, Worker worker) {
        return row.state() == DeliveryState.SENDING && row.attempt() == worker.attempt();
    }

    private Row moved(Row row, DeliveryState to) {
        if (!DeliveryTransitions.isAllowed(row.state(), to)) {
            violations.add(Violation.MOVE_OUTSIDE_THE_TABLE);
        }
        return row.in(to);
    }

    private Delivery delivery(Row row) {
        return Delivery.builder(TenantId.DEFAULT, new DeliveryId(1), campaign.id())
                .state(row.state())
                .attemptNo(row.attempt())
                .tries(row.tries())
                .resentAttempt(row.resentAttempt())
                .messageId(row.message() > 0 ? new MessageId("m" + row.message()) : null)
                .failedAt(row.hasFailed() ? T0 : null)
                .build();
    }

    private Row merged(Row row, Evidence evidence) {
        Delivery after = merger.merge(new Located(delivery(row), 0, campaign), evidence, T0)
                .after();
        int message = after.messageId()
                .map(id -> Integer.parseInt(id.value().substring(1)))
                .orElse(0);
        boolean leased = row.isLeased() && after.state() == DeliveryState.SENDING;
        return new Row(
                after.state(),
                after.attemptNo(),
                after.tries(),
                after.resentAttempt(),
                leased,
                message,
                after.failedAt().isPresent());
    }

    private void go(State from, State to) {
        moves += to.equals(from) ? 0 : 1;
        if (seen.add(to)) {
            open.add(to);
            check(from.row().state(), to);
        }
    }

    private void check(DeliveryState before, State state) {
        DeliveryState now = state.row().state();
        reached.add(now);
        if (before != now && rules.isFenced() && !rules.losesCommits() && !DeliveryTransitions.isAllowed(before, now)) {
            violations.add(Violation.MOVE_OUTSIDE_THE_TABLE);
        }
        if (now == DeliveryState.UNKNOWN
                && state.accepted().isEmpty()
                && state.row().attempt() < SendMode.MAX_BLIND_TRIES) {
            violations.add(Violation.GIVEN_UP_EARLY);
        }
        if (state.accepted().size() > 1) {
            violations.add(Violation.DUPLICATE_SEND);
        }
        if (now == DeliveryState.FAILED && !state.accepted().isEmpty()) {
            violations.add(Violation.ACCEPTED_BUT_FAILED);
        }
        if (now.isPositive() && state.accepted().isEmpty()) {
            violations.add(Violation.POSITIVE_BUT_NEVER_ACCEPTED);
        }
        if (before.isPositive() && !now.isPositive()) {
            violations.add(Violation.PROOF_LOST);
        }
    }

    /** Unused states of the model are a sign that it explores less than it seems to. */
    static Optional<DeliveryState> unreached(Result result) {
        return Set.of(
                        DeliveryState.PENDING,
                        DeliveryState.SENDING,
                        DeliveryState.ACCEPTED,
                        DeliveryState.DELIVERED,
                        DeliveryState.FAILED,
                        DeliveryState.UNCERTAIN)
                .stream()
                .filter(state -> !result.reached().contains(state))
                .findFirst();
    }
}
