package dev.wakit.samples.server.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many messages of a campaign were answered in each second, as far as this server saw it.
 *
 * <p>When it grows long its steps double, so that a campaign of days has no more points than one of minutes. Thread-safe.
 */
public final class RateHistory {

    private static final String RESUMED = "resumed";
    private static final int MOST_POINTS = 600;
    private static final int MOST_MARKS = 40;
    private static final int RECENT_SECONDS = 5;

    private final int[] recent = new int[RECENT_SECONDS + 1];
    private final List<Mark> marks = new ArrayList<>();
    private int[] counts = new int[MOST_POINTS];
    private int size;
    private int step = 1;
    private long answered = -1;
    private long recentSecond;
    private @Nullable Instant start;

    /** Counts what was answered since the last sample; the first one is where it starts. */
    synchronized void sample(Instant now, long answeredNow) {
        if (answered >= 0) {
            add(now, (int) Math.max(0, answeredNow - answered));
        }
        answered = answeredNow;
    }

    /** Whether messages were answered that no sample has counted. */
    synchronized boolean isBehind(long answeredNow) {
        return answered >= 0 && answeredNow > answered;
    }

    /** Marks a moment that changed the pace. */
    synchronized void mark(Instant now, String what) {
        if (marks.size() < MOST_MARKS) {
            marks.add(new Mark(now.toString(), what));
        }
    }

    /** Marks that it goes on, if it had been stopped. */
    synchronized void markResumed(Instant now) {
        if (!marks.isEmpty() && !marks.get(marks.size() - 1).what().equals(RESUMED)) {
            mark(now, RESUMED);
        }
    }

    private void add(Instant now, int count) {
        if (start == null) {
            start = now;
        }
        addRecent(now.getEpochSecond(), count);
        long index = Duration.between(start, now).toSeconds() / step;
        while (index >= MOST_POINTS) {
            halve();
            index = Duration.between(start, now).toSeconds() / step;
        }
        counts[(int) index] += count;
        size = Math.max(size, (int) index + 1);
    }

    private void addRecent(long second, int count) {
        for (long passed = Math.max(recentSecond + 1, second - RECENT_SECONDS); passed <= second; passed++) {
            recent[(int) (passed % recent.length)] = 0;
        }
        recentSecond = Math.max(recentSecond, second);
        recent[(int) (second % recent.length)] += count;
    }

    private void halve() {
        int[] coarser = new int[MOST_POINTS];
        for (int i = 0; i < size; i++) {
            coarser[i / 2] += counts[i];
        }
        counts = coarser;
        size = (size + 1) / 2;
        step *= 2;
    }

    /** The average of the last full seconds, without the one that is going on. */
    synchronized double perSecond(Instant now) {
        if (start == null || now.getEpochSecond() - recentSecond > RECENT_SECONDS) {
            return 0;
        }
        long seconds = Math.max(1, Math.min(RECENT_SECONDS, now.getEpochSecond() - start.getEpochSecond()));
        int sum = 0;
        for (long second = now.getEpochSecond() - seconds; second < now.getEpochSecond(); second++) {
            sum += second > recentSecond ? 0 : recent[(int) (second % recent.length)];
        }
        return (double) sum / seconds;
    }

    /** Everything so far; the step that is going on is left out. */
    synchronized Points points(Instant now) {
        if (start == null) {
            return new Points(now.toString(), step, List.of(), List.copyOf(marks));
        }
        boolean going = start.plusSeconds((long) size * step).isAfter(now);
        int shown = going && size > 1 ? size - 1 : size;
        return new Points(
                start.toString(), step, Arrays.stream(counts, 0, shown).boxed().toList(), List.copyOf(marks));
    }

    /**
     * The points of a chart.
     *
     * @param start when the first step began
     * @param step seconds of a step
     * @param sent messages answered in each step
     * @param marks what happened when
     */
    public record Points(String start, int step, List<Integer> sent, List<Mark> marks) {}

    /** A moment that changed the pace. */
    public record Mark(String at, String what) {}
}
