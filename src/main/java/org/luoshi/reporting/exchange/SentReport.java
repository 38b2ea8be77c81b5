package org.luoshi.reporting.exchange;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One report as a program sends it.
 *
 * @param unit the official code, the unit's id, or {@code place:} and the key of the place
 * @param zero the signed statement that there is nothing; then no values
 * @param values by code of field; null is "not known yet"
 * @param signer who answers for it, by name
 * @param revision the revision that is corrected or continued; 0 or left out for the first report
 * @param last sent as {@code final}: whether it is the last word of this period
 */
public record SentReport(
        @NotBlank @Size(max = 100) String unit,
        @Nullable Boolean zero,

        @Nullable @Schema(type = "object") @JsonDeserialize(using = SentValues.class) @Size(max = 200)
        Map<String, String> values,

        @NotNull @Size(max = 200) String signer,
        @Nullable @Min(0) Integer revision,
        @Nullable @Size(max = 2000) String reason,

        @Nullable @JsonProperty("final") Boolean last) {}
