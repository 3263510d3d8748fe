package dev.wakit.e2e.simulation;

import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.provider.WhatsAppProvider;
import java.sql.Connection;
import java.util.function.UnaryOperator;

/**
 * A change of the product under test: how its stores, its provider or its connections are wrapped.
 *
 * @param stores wraps the stores of each worker
 * @param provider wraps the provider of each worker
 * @param connection wraps the connections of the database
 */
record Mutation(
        UnaryOperator<CampaignStores> stores,
        UnaryOperator<WhatsAppProvider> provider,
        UnaryOperator<Connection> connection) {

    /** The product as it is. */
    static final Mutation NONE =
            new Mutation(UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    static Mutation ofStores(UnaryOperator<CampaignStores> stores) {
        return new Mutation(stores, UnaryOperator.identity(), UnaryOperator.identity());
    }

    static Mutation ofProvider(UnaryOperator<WhatsAppProvider> provider) {
        return new Mutation(UnaryOperator.identity(), provider, UnaryOperator.identity());
    }

    static Mutation ofConnection(UnaryOperator<Connection> connection) {
        return new Mutation(UnaryOperator.identity(), UnaryOperator.identity(), connection);
    }
}
