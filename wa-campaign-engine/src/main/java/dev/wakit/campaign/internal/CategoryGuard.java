package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.inbound.TemplateCategoryChanged;
import dev.wakit.provider.ProviderId;
import dev.wakit.template.TemplateCategory;
import java.util.List;
import java.util.function.Predicate;

/** Makes campaigns follow the category of their template, and stops those that run. Thread-safe. */
final class CategoryGuard {

    private final EngineCore engine;
    private final GuardKeeper keeper;

    CategoryGuard(EngineCore engine, GuardKeeper keeper) {
        this.engine = engine;
        this.keeper = keeper;
    }

    /** Another category has another price, other limits and other people who may get it. A notice before the change stops nobody. */
    void heard(TenantId tenant, ProviderId provider, TemplateCategoryChanged event) {
        if (event.impending() || event.before() == event.after() || event.after() == TemplateCategory.UNKNOWN) {
            return;
        }
        List<String> template = List.of(event.name().value(), event.language().value());
        if (!engine.news().isLatest(tenant, provider, event, "category", template.get(0), template.get(1))) {
            return;
        }
        Predicate<CampaignRow> concerned = row ->
                engine.stops().template(row, provider).filter(template::equals).isPresent();
        // First, so that nobody can resume a campaign that has the rules of the old category still.
        new CategoryChange(engine, tenant, provider, event).make();
        keeper.pause(
                tenant,
                provider,
                row -> keeper.settings(row).guards().pauseOnTemplate() && concerned.test(row),
                "The category of template '" + event.name() + "' (" + event.language() + ") is " + event.after()
                        + " now. Check price and audience, then resume the campaign.");
    }
}
