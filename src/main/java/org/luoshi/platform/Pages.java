package org.luoshi.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the {@link Page} of a request. */
@Component
public class Pages {

    private static final Comparator<RailEntry> RAIL_ORDER =
            Comparator.comparingInt(RailEntry::group).thenComparingInt(RailEntry::order);

    private final Texts texts;
    private final Assets assets;
    private final Supplier<List<RailSource>> rail;
    private final Supplier<Optional<OfficeName>> officeName;
    private final ObjectProvider<ActorSource> actors;
    private final ZoneId zone;
    private final Clock clock;

    Pages(
            Texts texts,
            Assets assets,
            ObjectProvider<RailSource> rail,
            ObjectProvider<OfficeName> officeName,
            ObjectProvider<ActorSource> actors,
            ZoneId zone,
            Clock clock) {
        this.texts = texts;
        this.assets = assets;
        // The rooms below this one are there before those above: who fills the rail is looked up with the first page,
        // and once.
        this.rail = SingletonSupplier.of(() -> rail.stream().toList());
        this.officeName = SingletonSupplier.of(() -> officeName.stream().findFirst());
        this.actors = actors;
        this.zone = zone;
        this.clock = clock;
    }

    public Page of(HttpServletRequest request) {
        Actor actor = actorOf(request);
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Page(
                texts,
                RequestContextUtils.getLocale(request),
                zone,
                LocalDate.now(clock.withZone(zone)),
                actor,
                csrf == null ? "" : csrf.getToken(),
                request.getRequestURI(),
                officeName.get().map(OfficeName::shortName).orElse(""),
                actor == null ? List.of() : railOf(actor),
                assets);
    }

    /** A page outside any request, for what is written to somebody: a mail. */
    public Page in(Locale language) {
        return new Page(
                texts,
                language,
                zone,
                LocalDate.now(clock.withZone(zone)),
                null,
                "",
                "",
                officeName.get().map(OfficeName::shortName).orElse(""),
                List.of(),
                assets);
    }

    /** The signed-in person, looked up once per request; null for a guest. */
    @Nullable
    Actor actorOf(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal == null) {
            return null;
        }
        Object known = request.getAttribute(Actor.class.getName());
        if (known instanceof Actor actor) {
            return actor;
        }
        Actor actor = actors.getObject().actorOf(principal);
        request.setAttribute(Actor.class.getName(), actor);
        return actor;
    }

    private List<RailEntry> railOf(Actor actor) {
        return rail.get().stream()
                .flatMap(source -> source.entriesFor(actor).stream())
                .sorted(RAIL_ORDER)
                .toList();
    }
}
