package dev.wakit.e2e.simulation;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How bad one simulation is. Each fault is off in half of the seeds, so that every pair of them meets alone as well.
 *
 * @param workers processes on one database
 * @param people recipients of each campaign
 * @param campaigns campaigns
 * @param messagesPerSecond what the BSP allows
 * @param campaignRate messages a second of each campaign; 0 for no limit of its own
 * @param lease the lane lease
 * @param oneMachine whether all workers share a clock that is also the database's, as with SQLite; otherwise the database has one
 * @param crash probability at each call of store or provider
 * @param pause probability at each such call that the process stands still, often for longer than its lease
 * @param stall probability at each such call that only its loop stands still
 * @param failBefore probability that a store call fails and did nothing
 * @param failAfter probability that a store call fails although it was committed
 * @param jumps of wall clocks
 * @param suspends of machines
 * @param outages of the database
 * @param operations by people: pause, resume, cancel, change of rate, retry of failed
 * @param closes orderly stops of a worker
 * @param bsp how the BSP and its webhooks behave
 * @param singles messages that are enqueued one by one during the run
 */
record Weather(
        int workers,
        int people,
        int campaigns,
        int messagesPerSecond,
        int campaignRate,
        Duration lease,
        boolean oneMachine,
        double crash,
        double pause,
        double stall,
        double failBefore,
        double failAfter,
        int jumps,
        int suspends,
        int outages,
        int operations,
        int closes,
        BspWeather bsp,
        int singles) {

    /**
     * Probabilities of what a BSP does.
     *
     * @param notSent no connection
     * @param lostAnswer accepted, and no answer comes
     * @param resetBefore not accepted, and it looks the same
     * @param serverError 5xx, whether accepted or not
     * @param throttled 429
     * @param refused an error object, worth a try or not
     * @param stopsCampaign an error that pauses or fails the campaign
     * @param held accepted, held back
     * @param slow an answer that takes many seconds
     * @param fails failed by webhook later
     * @param contradicts failed and then delivered
     * @param silent no status at all
     * @param dropped webhooks that never come
     * @param duplicated webhooks that come twice
     * @param late webhooks that take up to a minute
     */
    record BspWeather(
            double notSent,
            double lostAnswer,
            double resetBefore,
            double serverError,
            double throttled,
            double refused,
            double stopsCampaign,
            double held,
            double slow,
            double fails,
            double contradicts,
            double silent,
            double dropped,
            double duplicated,
            double late) {}

    static Weather of(SplittableRandom dice) {
        return new Weather(
                1 + dice.nextInt(3),
                2 + dice.nextInt(6),
                1 + dice.nextInt(2),
                dice.nextBoolean() ? 80 : 4 + dice.nextInt(20),
                dice.nextBoolean() ? 0 : 1 + dice.nextInt(10),
                Duration.ofSeconds(dice.nextBoolean() ? 30 : 4),
                dice.nextBoolean(),
                maybe(dice, 0.03),
                maybe(dice, 0.02),
                maybe(dice, 0.05),
                maybe(dice, 0.1),
                maybe(dice, 0.1),
                count(dice, 3),
                count(dice, 2),
                count(dice, 2),
                count(dice, 5),
                count(dice, 2),
                bsp(dice),
                count(dice, 5));
    }

    private static BspWeather bsp(SplittableRandom dice) {
        return new BspWeather(
                maybe(dice, 0.2),
                maybe(dice, 0.3),
                maybe(dice, 0.2),
                maybe(dice, 0.2),
                maybe(dice, 0.2),
                maybe(dice, 0.2),
                maybe(dice, 0.1),
                maybe(dice, 0.3),
                maybe(dice, 0.2),
                maybe(dice, 0.3),
                maybe(dice, 0.3),
                maybe(dice, 0.3),
                maybe(dice, 0.3),
                maybe(dice, 0.3),
                maybe(dice, 0.5));
    }

    /** One worker, a slow campaign, one single send, a BSP that answers, and nothing that goes wrong. */
    static Weather calm(int people) {
        return still(people, 0, 1);
    }

    /** The same without single sends, and with answers that take up to 20 seconds. */
    static Weather slowAnswers(int people) {
        return still(people, 1, 0);
    }

    /** One worker that is stopped in order once, and a BSP some of whose answers are lost. */
    static Weather withAStop(int people) {
        var bsp = new BspWeather(0, 0.3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new Weather(1, people, 1, 80, 2, Duration.ofSeconds(30), true, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, bsp, 0);
    }

    /** One worker that crashes now and then, and starts again. */
    static Weather crashing(int people) {
        return new Weather(
                1, people, 1, 80, 0, Duration.ofSeconds(4), true, 0.02, 0, 0, 0, 0, 0, 0, 0, 0, 0, calm(1).bsp(), 0);
    }

    private static Weather still(int people, double slow, int singles) {
        var bsp = new BspWeather(0, 0, 0, 0, 0, 0, 0, 0, slow, 0, 0, 0, 0, 0, 0);
        return new Weather(
                1, people, 1, 80, 2, Duration.ofSeconds(30), true, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, bsp, singles);
    }

    private static double maybe(SplittableRandom dice, double most) {
        return dice.nextBoolean() ? 0 : dice.nextDouble() * most;
    }

    private static int count(SplittableRandom dice, int most) {
        return dice.nextBoolean() ? 0 : 1 + dice.nextInt(most);
    }
}
