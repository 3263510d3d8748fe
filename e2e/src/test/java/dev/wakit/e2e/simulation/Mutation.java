package dev.wakit.e2e.simulation;

import dev.wakit.campaign.store.CampaignStores;
import dev.wakit.provider.WhatsAppProvider;
import java.util.function.UnaryOperator;

/**
 * A change of the product under test: how its stores, its provider or its connections are wrapped.
 *
 * @param stores wraps the stores of each worker
 * @param provider wraps the provider of each worker
 * @param jdbc wraps the connections of the database
 * @param crash where a worker ends
 */
record Mutation(
        UnaryOperator<CampaignStores> stores, UnaryOperator<WhatsAppProvider> provider, Jdbc jdbc, CrashPoint crash) {

    /** The product as it is. */
    static final Mutation NONE = new Mutation(UnaryOperator.identity(), UnaryOperator.identity(), Jdbc.PLAIN);

    Mutation(UnaryOperator<CampaignStores> stores, UnaryOperator<WhatsAppProvider> provider, Jdbc jdbc) {
        this(stores, provider, jdbc, CrashPoint.none());
    }

    static Mutation ofStores(UnaryOperator<CampaignStores> stores) {
        return new Mutation(stores, UnaryOperator.identity(), Jdbc.PLAIN);
    }

    static Mutation ofProvider(UnaryOperator<WhatsAppProvider> provider) {
        return new Mutation(UnaryOperator.identity(), provider, Jdbc.PLAIN);
    }

    static Mutation ofJdbc(Jdbc jdbc) {
        return new Mutation(UnaryOperator.identity(), UnaryOperator.identity(), jdbc);
    }

    static Mutation ofCrash(CrashPoint crash) {
        return new Mutation(UnaryOperator.identity(), UnaryOperator.identity(), Jdbc.PLAIN, crash);
    }
}
