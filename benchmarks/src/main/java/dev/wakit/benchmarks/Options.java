package dev.wakit.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param size how much
 * @param isList whether only the names of the rows are wanted
 * @param rounds how often each row runs, in the place of what the size says
 * @param out the folder of the results
 * @param node the folder with the Node programs and their packages
 * @param words which rows; all when there is none
 */
record Options(Scale.Size size, boolean isList, Optional<Integer> rounds, Path out, Path node, List<String> words) {

    static final String USAGE = """
            Usage: benchmarks/run [--quick | --full | --smoke] [--rounds N] [--out FOLDER] [--list] [ROW ...]

              --quick      every comparison once, under three minutes; the default
              --full       three rounds with a long warm-up, all sizes and latencies; for publishing
              --smoke      a blink of each; shows that everything runs, its numbers mean nothing
              --rounds N   how often each row runs; the rows take turns
              --out FOLDER where the results go; benchmarks/target/results when not given
              --list       the names of the rows, and nothing is run
              ROW          a name, its beginning or its end: dispatch, dispatch/0ms, wakit-sqlite
            """;

    static Options parse(List<String> arguments) {
        Scale.Size size = Scale.Size.QUICK;
        boolean isList = false;
        Optional<Integer> rounds = Optional.empty();
        Path out = Path.of("target/results");
        Path node = Path.of("node");
        var words = new ArrayList<String>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--smoke" -> size = Scale.Size.SMOKE;
                case "--quick" -> size = Scale.Size.QUICK;
                case "--full" -> size = Scale.Size.FULL;
                case "--list" -> isList = true;
                case "--rounds" -> rounds = Optional.of(rounds(value(arguments, ++i, argument)));
                case "--out" -> out = Path.of(value(arguments, ++i, argument));
                case "--node" -> node = Path.of(value(arguments, ++i, argument));
                default -> words.add(word(argument));
            }
        }
        return new Options(size, isList, rounds, out, node, List.copyOf(words));
    }

    private static String value(List<String> arguments, int at, String option) {
        if (at >= arguments.size()) {
            throw new IllegalArgumentException(option + " needs a value. See --help.");
        }
        return arguments.get(at);
    }

    private static int rounds(String text) {
        int rounds = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
        if (rounds < 1) {
            throw new IllegalArgumentException("--rounds is '" + text + "'. Use a number from 1 to 999.");
        }
        return rounds;
    }

    private static String word(String argument) {
        if (argument.startsWith("-")) {
            throw new IllegalArgumentException("There is no option '" + argument + "'. See --help.");
        }
        return argument;
    }

    /** The rows that are asked for, with those that they are compared with. */
    List<Row> chosen(List<Row> rows) {
        for (String word : words) {
            if (rows.stream().noneMatch(row -> row.matches(word))) {
                throw new IllegalArgumentException("No row of " + size.id() + " is named '" + word + "'. See --list.");
            }
        }
        List<Row> asked = rows.stream()
                .filter(row -> words.isEmpty() || words.stream().anyMatch(row::matches))
                .toList();
        return rows.stream()
                .filter(row -> asked.contains(row)
                        || asked.stream().anyMatch(other -> other.baseline().equals(Optional.of(row.name()))))
                .toList();
    }
}
