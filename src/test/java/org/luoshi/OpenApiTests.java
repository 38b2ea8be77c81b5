package org.luoshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAPI document that is served says everything that the API can do, and is sound in itself. */
@SpringBootTest
@AutoConfigureMockMvc
@Import({PostgresForTests.class, ClockForTests.class})
class OpenApiTests {

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "patch");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void itNamesEveryOperationAndIsSoundInItself() {
        JsonNode document = document();
        assertThat(document.get("openapi").asString()).startsWith("3.");
        assertThat(document.at("/info/title").asString()).isNotBlank();
        assertThat(document.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(operationsOf(document)).isEqualTo(mappings());
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        Set<String> ids = new HashSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> assertSound(path.getKey(), operation.getValue(), ids)));
    }

    @Test
    void whatMayBeSentIsAClosedListWhereItIsOne() {
        JsonNode schemas = document().at("/components/schemas");
        assertThat(schemas.at("/StepBodyItemStep/properties/step/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .contains("SUBMIT", "PROPOSE_CLOSE", "RELAPSE");
        assertThat(schemas.at("/StepBodyItemStep/required").valueStream().map(JsonNode::asString))
                .contains("step", "version");
        assertThat(schemas.at("/Problem/properties").has("code")).isTrue();
    }

    @Test
    void strangersDoNotReadIt() {
        assertThat(mvc.get().uri("/api/v1/openapi")).hasStatus(401);
    }

    private static void assertSound(String path, JsonNode operation, Set<String> ids) {
        String id = operation.get("operationId").asString();
        assertThat(ids.add(id)).as(id + " is used twice").isTrue();
        assertThat(id).doesNotMatch(".*_\\d+");
        assertThat(operation.get("summary").asString()).isNotBlank();
        assertThat(operation.get("tags").size()).isPositive();
        assertThat(operation.get("responses").has("401")).isTrue();
        assertThat(operation.get("responses").propertyNames()).anyMatch(code -> code.startsWith("2"));
        List<String> declared = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            assertThat(parameter.get("name").asString()).isNotIn("actor", "page", "locale");
            if (parameter.get("in").asString().equals("path")) {
                declared.add(parameter.get("name").asString());
            }
        }
        Matcher wanted = PARAMETER.matcher(path);
        assertThat(declared)
                .as(path)
                .containsExactlyInAnyOrderElementsOf(
                        wanted.results().map(found -> found.group(1)).toList());
    }

    private static Set<String> operationsOf(JsonNode document) {
        Set<String> operations = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> METHODS.stream()
                        .filter(path.getValue()::has)
                        .forEach(method -> operations.add(method + " " + path.getKey())));
        return operations;
    }

    private Set<String> mappings() {
        Set<String> mappings = new TreeSet<>();
        for (RequestMappingInfo mapping :
                requestMappingHandlerMapping.getHandlerMethods().keySet()) {
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/v1/") && !path.startsWith("/api/v1/openapi")) {
                    for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                        mappings.add(method.name().toLowerCase(Locale.ROOT) + " " + path);
                    }
                }
            }
        }
        return mappings;
    }

    private JsonNode document() {
        Actor reader = new Actor(UUID.randomUUID(), "读者", List.of(), Set.of());
        byte[] body = mvc.get()
                .uri("/api/v1/openapi")
                .with(SignedIn.as(reader))
                .exchange()
                .getResponse()
                .getContentAsByteArray();
        return JsonMapper.builder().build().readTree(new String(body, StandardCharsets.UTF_8));
    }
}
