package dev.wakit.campaign.internal;

import dev.wakit.TenantId;
import dev.wakit.campaign.CampaignId;
import dev.wakit.campaign.CampaignNotFoundException;
import dev.wakit.campaign.CampaignQuery;
import dev.wakit.campaign.CampaignSettings;
import dev.wakit.campaign.CampaignStatus;
import dev.wakit.campaign.content.CampaignContent;
import dev.wakit.campaign.content.TemplateContent;
import dev.wakit.campaign.store.CampaignRow;
import dev.wakit.campaign.store.ScheduleRow;
import dev.wakit.inbound.TemplateCategoryChanged;
import dev.wakit.provider.ProviderId;
import dev.wakit.template.TemplateCategory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the campaigns and schedules of a template the category that it is in now. Can be made again without harm. Not thread-safe.
 *
 * <p>Schedules first: a run that read the old category makes no campaign after that, and one that made it before is found here.
 */
final class CategoryChange {

    private static final Logger LOG = LoggerFactory.getLogger(CategoryChange.class);
    /** A completed or failed campaign may be made to send again. */
    private static final Set<CampaignStatus> MAY_SEND = Arrays.stream(CampaignStatus.values())
            .filter(status -> status != CampaignStatus.CANCELLED)
            .collect(Collectors.toUnmodifiableSet());

    private static final int PAGE = 1_000;

    private final EngineCore engine;
    private final TenantId tenant;
    private final ProviderId provider;
    private final TemplateCategoryChanged event;

    CategoryChange(EngineCore engine, TenantId tenant, ProviderId provider, TemplateCategoryChanged event) {
        this.engine = engine;
        this.tenant = tenant;
        this.provider = provider;
        this.event = event;
    }

    void make() {
        for (ScheduleRow row : engine.stores().schedules().list(tenant)) {
            if (engine.pools().providers(row).contains(provider)
                    && isOfTemplate(engine.codec().readContents(row.content()).of(provider))) {
                change(row);
            }
        }
        CampaignId before = CampaignQuery.FIRST_PAGE;
        List<CampaignRow> page;
        do {
            page = engine.stores().campaigns().list(tenant, MAY_SEND, before, PAGE);
            for (CampaignRow row : page) {
                before = row.id();
                CampaignBook.Entry entry = engine.book().enter(row);
                if (entry.providers().contains(provider)
                        && isOfTemplate(entry.contents().of(provider))
                        && follows(entry.settings())) {
                    change(row);
                }
            }
        } while (page.size() == PAGE);
    }

    private boolean isOfTemplate(CampaignContent content) {
        return content instanceof TemplateContent template
                && template.name().equals(event.name())
                && template.language().equals(event.language());
    }

    /**
     * Marketing rules protect people and always come; they go only where the category was the template's, and no other provider of the
     * pool has a template that may still be of it.
     */
    private boolean follows(CampaignSettings settings) {
        boolean isAlone =
                settings.senders().map(pool -> pool.providers().size() == 1).orElse(true);
        return settings.category() != event.after()
                && ((isAlone && settings.category() == event.before()) || event.after() == TemplateCategory.MARKETING);
    }

    private CampaignSettings followed(CampaignSettings settings) {
        return follows(settings) ? settings.toBuilder().category(event.after()).build() : settings;
    }

    private void change(CampaignRow row) {
        try {
            new SettingsChange(engine).make(tenant, row.id(), this::followed);
            LOG.warn("Campaign {} is {} now, as its template is", row.id(), event.after());
        } catch (CampaignNotFoundException deleted) {
            LOG.debug("Campaign {} was deleted meanwhile", row.id());
        }
    }

    /** Nobody else changes the settings of a schedule, but another worker may hear of the same. */
    private void change(ScheduleRow row) {
        Optional<ScheduleRow> read = Optional.of(row);
        while (read.filter(now -> follows(engine.codec().readSettings(now.settings())))
                .isPresent()) {
            String settings = engine.codec()
                    .write(followed(engine.codec().readSettings(read.get().settings())));
            if (engine.stores().schedules().updateSettings(read.get(), settings)) {
                LOG.warn("Schedule {} is {} now, as its template is", row.id(), event.after());
            }
            read = engine.stores().schedules().find(tenant, row.id());
        }
    }
}
