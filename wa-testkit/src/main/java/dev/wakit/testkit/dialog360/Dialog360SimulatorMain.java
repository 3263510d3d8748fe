package dev.wakit.testkit.dialog360;

import dev.wakit.testkit.dialog360.internal.Dialog360Flag;
import dev.wakit.testkit.meta.internal.cli.Flag;
import dev.wakit.testkit.meta.internal.cli.FlagReader;
import dev.wakit.testkit.simulator.internal.cli.CommandLine;
import dev.wakit.testkit.simulator.internal.cli.Standalone;
import dev.wakit.testkit.simulator.internal.cli.Standalone.Running;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a {@link Dialog360Simulator} as a process of its own; {@code --help} lists the flags.
 *
 * @since 0.1
 */
public final class Dialog360SimulatorMain {

    /** Credentials of the Cloud API, which no client of 360dialog has. */
    private static final Set<Flag> META_ONLY = EnumSet.of(Flag.TOKEN, Flag.APP_SECRET, Flag.VERIFY_TOKEN);

    private Dialog360SimulatorMain() {}

    /** Starts the simulator and waits until it is stopped. */
    public static void main(String[] args) throws InterruptedException {
        Standalone.main(out -> run(List.of(args), System.getenv(), out));
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out) throws InterruptedException {
        return Standalone.run(args, out, Dialog360SimulatorMain::help, () -> {
            Dialog360Simulator simulator = start(args, environment);
            return new Running(banner(simulator), simulator.cloud()::awaitClosed, simulator::close);
        });
    }

    private static String help() {
        return CommandLine.help("Simulates 360dialog on 127.0.0.1.", Dialog360Flag.class, Dialog360Flag.API_KEY)
                + CommandLine.help(
                        "\nAnd, but for " + metaOnly().collect(Collectors.joining(", "))
                                + ", the flags of the Cloud API behind it:",
                        Flag.class,
                        Flag.WEBHOOK_URL);
    }

    private static Dialog360Simulator start(List<String> args, Map<String, String> environment) {
        var own = new ArrayList<String>();
        var cloud = new ArrayList<String>();
        for (int i = 0; i < args.size(); i++) {
            boolean isOwn = isOption(args.get(i));
            (isOwn ? own : cloud).add(args.get(i));
            if (isOwn && i + 1 < args.size()) {
                own.add(args.get(++i));
            }
        }
        metaOnly().filter(cloud::contains).findFirst().ifPresent(flag -> {
            throw new IllegalArgumentException("there is no flag " + flag + " here; clients of 360dialog bring a key");
        });
        CommandLine<Dialog360Flag> line = CommandLine.parse(Dialog360Flag.class, own, environment);
        CommandLine<Flag> behind = CommandLine.parse(Flag.class, cloud, environment);
        Dialog360SimulatorBuilder builder =
                Dialog360Simulator.builder().cloud(settings -> FlagReader.apply(behind, settings));
        line.text(Dialog360Flag.API_KEY).ifPresent(builder::apiKey);
        line.text(Dialog360Flag.PLATFORM_SECRET).ifPresent(builder::platformSecret);
        var webhooks = behind.text(Flag.WEBHOOK_URL).map(text -> CommandLine.address(Flag.WEBHOOK_URL, text));
        Dialog360Simulator simulator = builder.start();
        webhooks.ifPresent(url -> simulator.webhooksTo(url, Map.of()));
        return simulator;
    }

    private static boolean isOption(String arg) {
        return Stream.of(Dialog360Flag.values()).anyMatch(flag -> flag.option().equals(arg));
    }

    private static Stream<String> metaOnly() {
        return META_ONLY.stream().map(Flag::option);
    }

    private static String banner(Dialog360Simulator simulator) {
        return """
                WaKit simulator of 360dialog is up. Everything below is fake.
                  base URL         %s
                  API key          %s
                  phone number id  %s
                  platform secret  %s
                  seed             %d
                  summary          %s/_simulator/summary
                Stop it with Ctrl-C.
                """.formatted(
                        simulator.baseUrl(),
                        simulator.apiKey(),
                        simulator.phoneNumberId(),
                        simulator.platformSecret(),
                        simulator.cloud().seed(),
                        simulator.baseUrl());
    }
}
