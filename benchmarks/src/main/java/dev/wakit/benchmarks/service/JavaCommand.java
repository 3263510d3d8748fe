package dev.wakit.benchmarks.service;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a program of this class path in a JVM of its own. */
public final class JavaCommand {

    private JavaCommand() {}

    /** The command, with options of the JVM before the class and arguments behind it. */
    public static List<String> of(List<String> options, Class<?> main, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(arguments);
        return List.copyOf(command);
    }
}
