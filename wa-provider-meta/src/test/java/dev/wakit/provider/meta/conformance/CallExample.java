package dev.wakit.provider.meta.conformance;

import java.util.List;
import java.util.function.Consumer;

/**
 * Calls of a facade, and what their answers become.
 *
 * @param name what to call it in a report
 * @param answers what the server answers, one for each request, in this order
 * @param act calls the facades, and asserts what comes back
 */
record CallExample(String name, List<Answer> answers, Consumer<WatchedFacades> act) {

    static CallExample of(String name, Consumer<WatchedFacades> act, Answer... answers) {
        return new CallExample(name, List.of(answers), act);
    }
}
