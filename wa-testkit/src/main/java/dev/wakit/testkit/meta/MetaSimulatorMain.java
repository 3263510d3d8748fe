package dev.wakit.testkit.meta;

import dev.wakit.testkit.meta.internal.cli.Flag;
import dev.wakit.testkit.meta.internal.cli.FlagReader;
import dev.wakit.testkit.simulator.internal.cli.CommandLine;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a {@link MetaSimulator} as a process of its own; {@code --help} lists the flags. */
public final class MetaSimulatorMain {

    private static final int FAILURE = 1;
    private static final int BAD_USAGE = 2;
    private static final String CLOSE_HINT = "Stop it with Ctrl-C.";

    private MetaSimulatorMain() {}

    /** Starts the simulator and waits until it is stopped. */
    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int status = run(List.of(args), System.getenv(), out);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(List<String> args, Map<String, String> environment, PrintStream out) throws InterruptedException {
        if (args.contains("--help")) {
            out.print(CommandLine.help("Simulates the Meta Cloud API on 127.0.0.1.", Flag.class, Flag.WEBHOOK_URL));
            return 0;
        }
        try (MetaSimulator simulator = start(args, environment)) {
            Thread closing = new Thread(simulator::close, "wakit-simulator-close");
            Runtime.getRuntime().addShutdownHook(closing);
            out.print(banner(simulator));
            simulator.awaitClosed();
            return 0;
        } catch (IllegalArgumentException e) {
            out.println("Error: " + e.getMessage());
            out.println("Run with --help to see every flag.");
            return BAD_USAGE;
        } catch (UncheckedIOException e) {
            out.println("Error: " + e.getMessage());
            return FAILURE;
        }
    }

    private static MetaSimulator start(List<String> args, Map<String, String> environment) {
        CommandLine<Flag> line = CommandLine.parse(Flag.class, args, environment);
        MetaSimulatorBuilder builder = MetaSimulator.builder();
        FlagReader.apply(line, builder);
        line.text(Flag.WEBHOOK_URL).ifPresent(text -> builder.webhooksTo(FlagReader.webhookUrl(text)));
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
