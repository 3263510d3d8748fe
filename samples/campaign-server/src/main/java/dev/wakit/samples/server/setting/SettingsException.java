package dev.wakit.samples.server.setting;

import java.util.List;

/** The settings cannot be used: everything that is wrong with them, at once, without secrets. */
public final class SettingsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of strings
    private final List<String> problems;

    SettingsException(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : problems.size() + " settings are wrong:\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem, with the setting and what to do. */
    public List<String> problems() {
        return problems;
    }
}
