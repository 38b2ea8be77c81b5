package org.luoshi.platform;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Locale;
import org.luoshi.shared.Actor;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.View;

/** What the OpenAPI document says about every operation alike: who may call it, how it refuses, and under which stable name it goes. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String PROBLEM = "Problem";
    private static final List<HttpStatus> REFUSALS = List.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.UNAUTHORIZED,
            HttpStatus.FORBIDDEN,
            HttpStatus.NOT_FOUND,
            HttpStatus.CONFLICT,
            HttpStatus.UNPROCESSABLE_CONTENT);

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Page.class, Actor.class)
                .addResponseTypeToIgnore(View.class);
    }

    @Bean
    @Lazy
    OpenAPI openApi(Texts texts, @Value("${luoshi.version:}") String version) {
        return new OpenAPI()
                .info(new Info()
                        .title(texts.get(Texts.ENGLISH, "platform.api.title"))
                        .description(texts.get(Texts.ENGLISH, "platform.api.description"))
                        .version(version))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description(texts.get(Texts.ENGLISH, "platform.api.token")))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** RFC 9457 with a stable code; {@code fields} where the input is wrong, {@code details} where a rule says no. */
    private static Schema<?> problem() {
        Schema<?> field = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("message", new StringSchema())
                .addProperty("allowed", new ArraySchema().items(new StringSchema()));
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri"))
                .addProperty("code", new StringSchema())
                .addProperty("details", new ObjectSchema().additionalProperties(true))
                .addProperty("fields", new ArraySchema().items(field))
                .addProperty("reference", new StringSchema())
                .required(List.of("status", "code"));
    }

    @Bean
    @Lazy
    OperationCustomizer sameForAll() {
        return ApiDescription::complete;
    }

    private static Operation complete(Operation operation, HandlerMethod handler) {
        String resource = handler.getBeanType().getSimpleName().replaceFirst("RestController$", "");
        String method = handler.getMethod().getName();
        operation.setOperationId(
                resource.substring(0, 1).toLowerCase(Locale.ROOT) + resource.substring(1) + "." + method);
        if (!handler.getBeanType().isAnnotationPresent(io.swagger.v3.oas.annotations.tags.Tag.class)) {
            operation.setTags(List.of(words(resource)));
        }
        if (operation.getSummary() == null) {
            operation.setSummary(words(resource) + ": " + words(method).toLowerCase(Locale.ROOT));
        }
        ApiResponses answers = operation.getResponses();
        if (View.class.isAssignableFrom(handler.getMethod().getReturnType())) {
            answers.addApiResponse("200", file());
        }
        REFUSALS.forEach(status -> answers.addApiResponse(String.valueOf(status.value()), refusal(status)));
        return operation;
    }

    private static ApiResponse file() {
        Schema<?> bytes = new StringSchema().format("binary");
        return new ApiResponse()
                .description(HttpStatus.OK.getReasonPhrase())
                .content(new Content().addMediaType("application/octet-stream", new MediaType().schema(bytes)));
    }

    private static ApiResponse refusal(HttpStatus status) {
        Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(status.getReasonPhrase())
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(problem)));
    }

    /** {@code nothingNew} as "Nothing new". */
    private static String words(String name) {
        String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
