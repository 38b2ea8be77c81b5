package org.luoshi.ledger.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.bulk.BulkAction;
import org.luoshi.ledger.core.ItemFilter;
import org.luoshi.ledger.core.ItemList;
import org.luoshi.ledger.core.ItemPage;
import org.luoshi.ledger.core.LedgerChoice;
import org.luoshi.ledger.core.LedgerCounts;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.ledger.views.ListColumn;
import org.luoshi.ledger.views.SavedViews;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.organization.Person;
import org.luoshi.organization.Unit;
import org.luoshi.platform.Page;
import org.luoshi.shared.Actor;
import org.luoshi.shared.Role;
import org.springframework.stereotype.Component;

/** Puts the page of the list together. */
@Component
class ListPages {

    private final ItemList list;
    private final SourceQueries sources;
    private final SavedViews saved;
    private final AccessApi access;
    private final OrganizationApi organization;
    private final LedgerView view;

    ListPages(
            ItemList list,
            SourceQueries sources,
            SavedViews saved,
            AccessApi access,
            OrganizationApi organization,
            LedgerView view) {
        this.list = list;
        this.sources = sources;
        this.saved = saved;
        this.access = access;
        this.organization = organization;
        this.view = view;
    }

    ListPage of(ListForm form, Page page, Actor actor) {
        ItemFilter filter = form.toFilter(organization);
        LedgerCounts counts = list.counts(filter.asOf(), actor);
        ItemPage items = list.page(filter, form.cursor(), actor);
        List<LedgerChoice> kinds = sources.kinds();
        List<PersonChoice> officers = officers();
        List<BulkAction> actions = filter.asOf() != null
                ? List.of()
                : Arrays.stream(BulkAction.values())
                        .filter(action -> action.isOpenTo(actor))
                        .toList();
        return new ListPage(
                form,
                counts,
                list.total(filter, items, counts, actor),
                items,
                kinds,
                officers,
                saved.of(actor),
                ListColumn.of(form.cols()),
                filters(form, filter, kinds, officers, page),
                actions,
                actor.has(Role.OFFICER));
    }

    /** Who may be in charge of items. */
    List<PersonChoice> officers() {
        Set<UUID> ids = new LinkedHashSet<>(access.holders(Role.OFFICER));
        ids.addAll(access.holders(Role.OFFICE_DIRECTOR));
        return organization.people(List.copyOf(ids)).values().stream()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .map(person -> new PersonChoice(person.id().toString(), person.name()))
                .toList();
    }

    private List<ListPage.Narrowed> filters(
            ListForm form, ItemFilter filter, List<LedgerChoice> kinds, List<PersonChoice> officers, Page page) {
        List<ListPage.Narrowed> filters = new ArrayList<>();
        add(filters, form, "q", filter.text(), page.t("ledger.list.narrowed.q", "text", form.text(form.q())));
        if (filter.unitId() != null) {
            String unit =
                    organization.unit(filter.unitId()).map(Unit::shortName).orElse(form.text(form.unit()));
            add(filters, form, "unit", unit, page.t("ledger.list.narrowed.unit", "unit", unit));
        }
        if (filter.part() != null) {
            add(filters, form, "part", filter.part(), page.t("ledger.part", filter.part()));
        }
        Optional<LedgerChoice> kind = kinds.stream()
                .filter(choice -> choice.code().equals(filter.sourceKind()))
                .findFirst();
        add(
                filters,
                form,
                "kind",
                filter.sourceKind(),
                kind.map(choice -> view.kind(page, choice.code(), choice.name()))
                        .orElse(form.text(form.kind())));
        Map<String, String> names =
                officers.stream().collect(java.util.stream.Collectors.toMap(PersonChoice::id, PersonChoice::label));
        add(
                filters,
                form,
                "officer",
                filter.officerId(),
                page.t("ledger.list.narrowed.officer", "name", names.getOrDefault(form.text(form.officer()), "?")));
        if (filter.leaderPostId() != null) {
            String leader = organization
                    .post(filter.leaderPostId())
                    .map(post -> post.title())
                    .orElse("?");
            add(filters, form, "leader", leader, page.t("ledger.list.narrowed.leader", "name", leader));
        }
        if (filter.state() != null) {
            add(filters, form, "state", filter.state(), page.t("ledger.state", filter.state()));
        }
        add(
                filters,
                form,
                "label",
                filter.label(),
                page.t("ledger.list.narrowed.label", "label", form.text(form.label())));
        return filters;
    }

    private static void add(
            List<ListPage.Narrowed> filters, ListForm form, String name, @Nullable Object value, String words) {
        if (value != null) {
            filters.add(new ListPage.Narrowed(words, form.with(name, null)));
        }
    }
}
