package dev.wakit.testkit.meta;

import dev.wakit.testkit.meta.internal.cli.Flag;
import dev.wakit.testkit.meta.internal.cli.FlagReader;
import dev.wakit.testkit.simulator.internal.cli.CommandLine;
import dev.wakit.testkit.simulator.internal.cli.Standalone;
import dev.wakit.testkit.simulator.internal.cli.Standalone.Running;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Runs a {@link MetaSimulator} as a process of its own; {@code --help} lists the flags. */
public final class MetaSimulatorMain {

    private static final String CLOSE_HINT = "Stop it with Ctrl-C.";

    private MetaSimulatorMain() {}

    /** Starts the simulator and waits until it is stopped. */
    public static void main(String[] args) throws InterruptedException {
        Standalone.main(out -> run(List.of(args), System.getenv(), out));
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out) throws InterruptedException {
        return Standalone.run(args, out, MetaSimulatorMain::help, () -> {
            MetaSimulator simulator = start(args, environment);
            return new Running(banner(simulator), simulator::awaitClosed, simulator::close);
        });
    }

    private static String help() {
        return CommandLine.help("Simulates the Meta Cloud API on 127.0.0.1.", Flag.class, Flag.WEBHOOK_URL);
    }

    private static MetaSimulator start(List<String> args, Map<String, String> environment) {
        CommandLine<Flag> line = CommandLine.parse(Flag.class, args, environment);
        MetaSimulatorBuilder builder = MetaSimulator.builder();
        FlagReader.apply(line, builder);
        line.text(Flag.WEBHOOK_URL).ifPresent(text -> builder.webhooksTo(CommandLine.address(Flag.WEBHOOK_URL, text)));
        return builder.start();
    }

    private static String banner(MetaSimulator simulator) {
        return """
                WaKit simulator of the Meta Cloud API is up. Everything below is fake.
                  base URL         %s
                  access token     %s
                  phone number id  %s
                  WABA id          %s
                  app secret       %s
                  verify token     %s
                  seed             %d
                  summary          %s/_simulator/summary
                %s
                """.formatted(
                        simulator.baseUrl(),
                        simulator.accessToken(),
                        simulator.phoneNumberId(),
                        simulator.wabaId(),
                        simulator.appSecret(),
                        simulator.verifyToken(),
                        simulator.seed(),
                        simulator.baseUrl(),
                        CLOSE_HINT);
    }
}
