package org.luoshi.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.luoshi.ledger.core.LedgerChoice;
import org.luoshi.ledger.core.LedgerSetting;
import org.luoshi.ledger.core.LedgerSettings;
import org.luoshi.ledger.core.SourceQueries;
import org.luoshi.platform.CurrentActor;
import org.luoshi.shared.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The office's own numbers, and what may be chosen in a draft, for programs. */
@Tag(name = "Ledger: settings")
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerSettingsRestController {

    private final LedgerSettings settings;
    private final SourceQueries sources;

    LedgerSettingsRestController(LedgerSettings settings, SourceQueries sources) {
        this.settings = settings;
        this.sources = sources;
    }

    /** A number with its standard and its bounds. */
    record Setting(LedgerSetting key, int value, int standard, int least, int most) {}

    record Settings(List<Setting> settings) {}

    record SettingsBody(@NotEmpty Map<@NotNull LedgerSetting, @NotNull Integer> settings) {}

    record Choices(List<LedgerChoice> sourceKinds, List<LedgerChoice> limitClasses) {}

    @Operation(summary = "The office's own numbers")
    @GetMapping("/settings")
    Settings settings() {
        return new Settings(settings.all().entrySet().stream()
                .map(one -> new Setting(
                        one.getKey(),
                        one.getValue(),
                        one.getKey().standard(),
                        one.getKey().least(),
                        one.getKey().most()))
                .toList());
    }

    @Operation(summary = "Change some of the numbers: all of those given, or none")
    @PutMapping("/settings")
    Settings change(@Valid @RequestBody SettingsBody body, @CurrentActor Actor actor) {
        settings.setAll(body.settings(), actor);
        return settings();
    }

    @Operation(summary = "Kinds of source and classes of limit that a draft may name")
    @GetMapping("/choices")
    Choices choices() {
        return new Choices(sources.kinds(), sources.limitClasses());
    }
}
