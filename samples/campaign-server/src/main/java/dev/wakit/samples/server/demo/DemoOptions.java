package dev.wakit.samples.server.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code bin/demo} was asked for. Immutable. */
final class DemoOptions {

    private static final int USUAL_RECIPIENTS = 1_000;
    private static final int USUAL_PORT = 8_080;
    private static final int ROWS_PER_SECOND = 20;

    private boolean once;
    private boolean keep;
    private int recipients = USUAL_RECIPIENTS;
    private int port = -1;
    private int timeoutSeconds;
    private @Nullable Path csv;
    private Path home = Path.of(".demo");
    private DemoProvider provider = DemoProvider.META;

    private DemoOptions() {}

    static String help() {
        return """
                Runs a campaign from a customer list over the simulator, and shows it on a page.

                  bin/demo                     until Ctrl-C, on http://127.0.0.1:8080
                  bin/demo --once              without a page to look at; the last line is the result as JSON
                  bin/demo --server            only the server again, beside a demo that runs

                  --provider NAME  over which BSP: meta, twilio or 360dialog [meta]
                  --recipients N   a made list of N rows [1000]
                  --csv FILE       your own list: a header line with a phone column
                  --port N         port of the server [8080; with --once a free one]
                  --keep           go on with the database of the last demo
                  --timeout N      seconds until --once gives up [120 and one for each 20 rows]
                """;
    }

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException naming the flag that is wrong
     */
    static DemoOptions parse(List<String> args) {
        var options = new DemoOptions();
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            String flag = rest.next();
            switch (flag) {
                case "--once" -> options.once = true;
                case "--keep" -> options.keep = true;
                case "--provider" -> options.provider = DemoProvider.of(value(flag, rest));
                case "--recipients" -> options.recipients = number(flag, rest, 1, 5_000_000);
                case "--port" -> options.port = number(flag, rest, 1, 65_535);
                case "--timeout" -> options.timeoutSeconds = number(flag, rest, 1, 86_400);
                case "--csv" -> options.csv = Path.of(value(flag, rest));
                case "--home" -> options.home = Path.of(value(flag, rest));
                default -> throw new IllegalArgumentException("There is no flag " + flag + ".\n\n" + help());
            }
        }
        if (options.csv != null && !Files.isReadable(options.csv)) {
            throw new IllegalArgumentException("The file " + options.csv + " cannot be read.");
        }
        return options;
    }

    private static int number(String flag, Iterator<String> rest, int least, int most) {
        String text = value(flag, rest);
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, like a number out of bounds.
        }
        throw new IllegalArgumentException(
                flag + " is '" + text + "'. Use a whole number from " + least + " to " + most + ".");
    }

    private static String value(String flag, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(flag + " needs a value.");
        }
        return rest.next();
    }

    boolean once() {
        return once;
    }

    boolean keep() {
        return keep;
    }

    DemoProvider provider() {
        return provider;
    }

    int recipients() {
        return recipients;
    }

    Optional<Path> csv() {
        return Optional.ofNullable(csv);
    }

    /** The port of the server; with {@code --once} nobody looks, so a free one does. */
    int port() {
        if (port > 0) {
            return port;
        }
        return once ? Ports.free() : USUAL_PORT;
    }

    Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds > 0 ? timeoutSeconds : 120 + recipients / ROWS_PER_SECOND);
    }

    /** Where the database, the ledger and the logs are; each {@code --once} has a folder of its own. */
    Path folder() {
        return once ? home.resolve("once-" + ProcessHandle.current().pid()) : home.resolve("live");
    }
}
