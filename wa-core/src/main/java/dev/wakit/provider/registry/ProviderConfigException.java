package dev.wakit.provider.registry;

import java.util.List;

/**
 * Providers cannot be built from a configuration: everything that is wrong with it, at once.
 *
 * @since 0.1
 */
public final class ProviderConfigException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an immutable list of strings
    private final List<String> problems;

    /**
     * Says what is wrong.
     *
     * @param problems one sentence each: the instance, the setting, what is wrong and what to do; without secrets
     */
    public ProviderConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** One sentence for each problem. */
    public List<String> problems() {
        return problems;
    }
}
