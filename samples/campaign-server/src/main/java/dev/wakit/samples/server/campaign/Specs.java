package dev.wakit.samples.server.campaign;

import dev.wakit.address.Region;
import dev.wakit.campaign.CampaignSpec;
import dev.wakit.campaign.audience.Audience;
import dev.wakit.campaign.audience.AudienceMember;
import dev.wakit.campaign.delivery.SendMode;
import dev.wakit.campaign.pacing.SendWindow;
import dev.wakit.rate.RateLimit;
import dev.wakit.samples.server.campaign.CreateRequest.RecipientRequest;
import dev.wakit.samples.server.campaign.CreateRequest.WindowRequest;
import dev.wakit.samples.server.http.ApiException;
import dev.wakit.samples.server.provider.SenderChoice;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** From what was posted to what the engine takes. Thread-safe. */
public final class Specs {

    private final ChosenSenders chosen;
    private final Region usualRegion;

    /** Chooses senders with {@code senders}; the country is that of numbers without a country code. */
    public Specs(SenderChoice senders, Region usualRegion) {
        this.chosen = new ChosenSenders(senders);
        this.usualRegion = usualRegion;
    }

    CampaignSpec of(CreateRequest request, Audience audience) {
        if (request.isToBeLaunched() && request.startAt() != null) {
            throw ApiException.invalid("'launch' and 'startAt' exclude each other. Leave one of them out.");
        }
        CampaignSpec.Builder spec = CampaignSpec.builder(Asked.required(request.name(), "name"))
                .content(Contents.of("", request.template(), request.text()))
                .audience(audience)
                .defaultRegion(region(request.defaultRegion(), usualRegion));
        chosen.apply(request, spec);
        if (request.ratePerMinute() != null) {
            spec.rate(rate(request.ratePerMinute()));
        }
        if (request.startAt() != null) {
            spec.startAt(Asked.time(request.startAt(), "startAt"));
        }
        if (request.sendBy() != null) {
            spec.sendBy(Asked.time(request.sendBy(), "sendBy"));
        }
        if (request.sendMode() != null) {
            spec.sendMode(Asked.oneOf(SendMode.class, request.sendMode(), "sendMode"));
        }
        if (request.window() != null) {
            spec.window(window(request.window()));
        }
        return spec.build();
    }

    private static SendWindow window(WindowRequest request) {
        String from = Asked.required(request.from(), "window.from");
        String to = Asked.required(request.to(), "window.to");
        ZoneId zone = zone(Asked.required(request.zone(), "window.zone"));
        SendWindow.Hours hours = Asked.checked("window", () -> SendWindow.between(hour(from), hour(to)));
        if (request.days() != null) {
            List<DayOfWeek> days = request.days().stream()
                    .map(day -> Asked.oneOf(DayOfWeek.class, day, "window.days"))
                    .toList();
            hours = on(hours, days);
        }
        return Boolean.TRUE.equals(request.inRecipientZone()) ? hours.inRecipientZone(zone) : hours.inZone(zone);
    }

    private static SendWindow.Hours on(SendWindow.Hours hours, List<DayOfWeek> days) {
        return Asked.checked("window.days", () -> hours.on(days));
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw ApiException.invalid("'window.zone' is '" + name + "'. Write a zone such as Asia/Kolkata.");
        }
    }

    private static LocalTime hour(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw ApiException.invalid("A time of 'window' is '" + text + "'. Write hours and minutes, such as 09:00.");
        }
    }

    static RateLimit rate(int perMinute) {
        return Asked.checked("ratePerMinute", () -> RateLimit.perMinute(perMinute));
    }

    private static Region region(@Nullable String code, Region usual) {
        return code == null || code.isBlank() ? usual : Asked.checked("defaultRegion", () -> Region.of(code));
    }

    static AudienceMember member(RecipientRequest request) {
        AudienceMember member = AudienceMember.of(Objects.requireNonNullElse(request.phone(), ""));
        if (request.name() != null) {
            member = member.named(request.name());
        }
        Map<String, String> variables = request.variables() == null ? Map.of() : request.variables();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            member = member.with(variable.getKey(), Objects.requireNonNullElse(variable.getValue(), ""));
        }
        return member;
    }
}
