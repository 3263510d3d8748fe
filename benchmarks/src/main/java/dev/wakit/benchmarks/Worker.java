package dev.wakit.benchmarks;

import dev.wakit.benchmarks.bsp.BareLoad;
import dev.wakit.benchmarks.dispatch.Dispatch;
import dev.wakit.benchmarks.measure.Settings;
import dev.wakit.benchmarks.measure.Stopwatch;
import dev.wakit.benchmarks.measure.Task;
import dev.wakit.benchmarks.micro.JmhRun;
import dev.wakit.benchmarks.planning.CopyRows;
import dev.wakit.benchmarks.planning.PlanCampaign;
import dev.wakit.benchmarks.scale.CampaignSize;
import dev.wakit.benchmarks.scale.ManyLanes;
import dev.wakit.benchmarks.scale.ManyWorkers;
import dev.wakit.benchmarks.webhook.TakeStatuses;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A measured process: one task, once. Arguments: its name and its settings. */
public final class Worker {

    private static final Map<String, Supplier<Task>> TASKS = Map.of(
            "load", BareLoad::new,
            "dispatch", Dispatch::new,
            "plan", PlanCampaign::new,
            "copy", CopyRows::new,
            "statuses", TakeStatuses::new,
            "size", CampaignSize::new,
            "lanes", ManyLanes::new,
            "workers", ManyWorkers::new,
            "jmh", JmhRun::new);

    private Worker() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        // What libraries print belongs to the log, not between the lines of the stopwatch.
        System.setOut(System.err);
        List<String> arguments = Arrays.asList(args);
        Supplier<Task> task = TASKS.get(arguments.get(0));
        if (task == null) {
            throw new IllegalArgumentException(
                    "There is no task '" + arguments.get(0) + "'. The tasks are " + TASKS.keySet());
        }
        Settings settings = Settings.parse(arguments.subList(1, arguments.size()));
        task.get().run(settings, new Stopwatch(out, System.in));
        // Threads of libraries must not keep the process.
        System.exit(0);
    }
}
