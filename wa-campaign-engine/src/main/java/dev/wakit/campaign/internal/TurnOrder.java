package dev.wakit.campaign.internal;

import dev.wakit.campaign.pacing.Priority;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Whose turn it is among those who wait: the most urgent level first, but one turn in twenty for every other level that waits; by
 * weight within a level, spread as evenly as whole turns allow. Not thread-safe.
 *
 * @param <T> those who take turns
 */
final class TurnOrder<T> {

    /** Of so many turns, each level that waits behind another gets one. */
    private static final int TURNS = 20;

    private final Function<T, Priority> priority;
    private final ToIntFunction<T> weight;
    private final Map<T, Integer> credits = new HashMap<>();
    private final Map<Priority, Integer> owed = new EnumMap<>(Priority.class);

    TurnOrder(Function<T, Priority> priority, ToIntFunction<T> weight) {
        this.priority = priority;
        this.weight = weight;
    }

    /** Forgets everybody else. */
    void keepOnly(List<T> members) {
        credits.keySet().retainAll(members);
    }

    /**
     * The next one.
     *
     * @param waiting those who have something to send; at least one
     */
    T next(List<T> waiting) {
        if (waiting.size() == 1) {
            // Who is alone owes nobody a turn, and gains or loses none.
            owed.clear();
            return waiting.get(0);
        }
        Priority level = level(waiting);
        var candidates = new ArrayList<T>();
        int total = 0;
        for (T one : waiting) {
            if (priority.apply(one) == level) {
                candidates.add(one);
                total += weight.applyAsInt(one);
            }
        }
        T best = candidates.get(0);
        for (T one : candidates) {
            int credit = credits.merge(one, weight.applyAsInt(one), Integer::sum);
            if (credit > credits.getOrDefault(best, 0)) {
                best = one;
            }
        }
        credits.merge(best, -total, Integer::sum);
        return best;
    }

    private Priority level(List<T> waiting) {
        var levels = new EnumMap<Priority, Boolean>(Priority.class);
        waiting.forEach(one -> levels.put(priority.apply(one), true));
        Priority highest = levels.keySet().iterator().next();
        owed.keySet().retainAll(levels.keySet());
        owed.remove(highest);
        Priority chosen = highest;
        int most = TURNS - 1;
        for (Priority level : levels.keySet()) {
            int turns = level == highest ? 0 : owed.merge(level, 1, Integer::sum);
            if (turns > most) {
                chosen = level;
                most = turns;
            }
        }
        if (chosen != highest) {
            owed.merge(chosen, -TURNS, Integer::sum);
        }
        return chosen;
    }
}
