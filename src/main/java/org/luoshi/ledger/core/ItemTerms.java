package org.luoshi.ledger.core;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.luoshi.ledger.Cycle;

/** The terms of an item as somebody wants them: taken from {@link ItemRewriting#terms}, changed, and given back. */
public final class ItemTerms {

    private final int version;
    public String title;
    public List<String> points;
    public @Nullable UUID leadUnitId;
    public List<DraftItem.CoUnit> coUnits;
    public @Nullable LocalDate due;
    public Cycle cycle;
    public @Nullable UUID parentId;
    public @Nullable String label;
    public UUID officerId;
    public @Nullable LocalDate forecast;

    ItemTerms(Item item, List<String> points, List<DraftItem.CoUnit> coUnits) {
        this.version = item.version;
        this.title = item.title;
        this.points = points;
        this.leadUnitId = item.leadUnitId;
        this.coUnits = coUnits;
        this.due = item.givenDue;
        this.cycle = item.cycle;
        this.parentId = item.parentId;
        this.label = item.label;
        this.officerId = item.officerId;
        this.forecast = item.forecast;
    }

    /** Of the item from which these terms were taken. */
    public int version() {
        return version;
    }

    Set<ItemField> differencesFrom(ItemTerms other) {
        Set<ItemField> fields = EnumSet.noneOf(ItemField.class);
        compare(fields, ItemField.TITLE, title, other.title);
        compare(fields, ItemField.POINTS, points, other.points);
        compare(fields, ItemField.LEAD, leadUnitId, other.leadUnitId);
        compare(fields, ItemField.CO_UNITS, coUnits, other.coUnits);
        compare(fields, ItemField.LIMIT, due, other.due);
        compare(fields, ItemField.CYCLE, cycle, other.cycle);
        compare(fields, ItemField.PARENT, parentId, other.parentId);
        compare(fields, ItemField.LABEL, label, other.label);
        compare(fields, ItemField.OFFICER, officerId, other.officerId);
        compare(fields, ItemField.FORECAST, forecast, other.forecast);
        return fields;
    }

    private static void compare(
            Set<ItemField> fields, ItemField field, @Nullable Object mine, @Nullable Object theirs) {
        if (!Objects.equals(mine, theirs)) {
            fields.add(field);
        }
    }
}
