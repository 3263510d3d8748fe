/**
 * Named instances of providers, built from plain configuration.
 *
 * <p>{@link dev.wakit.provider.registry.ProviderConfigs} reads properties, environment variables or a tree of maps;
 * {@link dev.wakit.provider.registry.ProviderRegistry} builds what they name, or says everything that is wrong with them.
 *
 * @since 0.1
 */
@NullMarked
package dev.wakit.provider.registry;

import org.jspecify.annotations.NullMarked;
