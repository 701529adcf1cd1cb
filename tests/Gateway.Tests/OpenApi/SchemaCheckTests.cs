using System.Text.Json;
using Microsoft.OpenApi;

namespace Gateway.Tests;

public sealed class SchemaCheckTests
{
    private static readonly OpenApiSchema Schema = new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "id" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["id"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["tags"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array | JsonSchemaType.Null,
                Items = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        },
    };

    [Theory]
    [InlineData("""{"id":1}""")]
    [InlineData("""{"id":1,"tags":null}""")]
    [InlineData("""{"id":1,"tags":["a"]}""")]
    public void What_fits_is_right(string json) =>
        Assert.Empty(SchemaCheck.Of(Schema, JsonElement.Parse(json)));

    [Theory]
    [InlineData("[]", "$ is Array, not Object")]
    [InlineData("{}", "$.id is missing")]
    [InlineData("""{"id":1.5}""", "$.id is Number, not Integer")]
    [InlineData("""{"id":1,"tags":["a",2]}""", "$.tags[1] is Number, not String")]
    [InlineData("""{"id":1,"name":"x"}""", "$.name is not in the document")]
    public void What_does_not_fit_is_named(string json, string wrong) =>
        Assert.Equal([wrong], SchemaCheck.Of(Schema, JsonElement.Parse(json)));
}
