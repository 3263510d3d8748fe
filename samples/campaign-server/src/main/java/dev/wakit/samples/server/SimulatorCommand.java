package dev.wakit.samples.server;

import dev.wakit.testkit.dialog360.Dialog360SimulatorMain;
import dev.wakit.testkit.meta.MetaSimulatorMain;
import dev.wakit.testkit.twilio.TwilioSimulatorMain;
import java.util.Arrays;

/** Runs the simulator of a BSP: {@code simulator [meta|twilio|360dialog] [flags]}. */
final class SimulatorCommand {

    private SimulatorCommand() {}

    static void run(String[] args) throws InterruptedException {
        boolean isNamed = args.length > 0 && !args[0].startsWith("-");
        String[] flags = isNamed ? Arrays.copyOfRange(args, 1, args.length) : args;
        String kind = isNamed ? args[0] : "meta";
        switch (kind) {
            case "meta" -> MetaSimulatorMain.main(flags);
            case "twilio" -> TwilioSimulatorMain.main(flags);
            case "360dialog" -> Dialog360SimulatorMain.main(flags);
            default -> {
                System.err.println("There is no simulator of '" + kind + "'. Use meta, twilio or 360dialog.");
                System.exit(2);
            }
        }
    }
}
