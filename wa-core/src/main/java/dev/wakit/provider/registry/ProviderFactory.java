package dev.wakit.provider.registry;

import dev.wakit.provider.WhatsAppProvider;
import java.util.List;

/**
 * Builds providers of one kind from configuration.
 *
 * <p>{@link ProviderRegistry} finds factories with {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/dev.wakit.provider.registry.ProviderFactory} and give it a public constructor without parameters.
 * Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface ProviderFactory {

    /** The word that configurations name this kind of provider by, such as {@code meta}. */
    String kind();

    /** Every setting that an instance understands. */
    List<ProviderSetting> settings();

    /**
     * Builds an instance; nothing is connected yet.
     *
     * @param config values that were checked against {@link #settings()}
     * @throws IllegalArgumentException naming every other problem, and no secret
     */
    WhatsAppProvider create(ProviderConfig config);

    /**
     * Gives a running instance other credentials.
     *
     * @param provider what {@link #create} built
     * @param config all values, of which only {@linkplain ProviderSetting.Swap#RUNNING replaceable} ones differ from those that the
     *     instance has
     * @throws IllegalArgumentException if they cannot be credentials; the instance keeps the old ones
     */
    void replaceCredentials(WhatsAppProvider provider, ProviderConfig config);
}
