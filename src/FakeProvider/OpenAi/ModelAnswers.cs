using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Answers <c>GET /v1/models</c> and <c>GET /v1/models/{id}</c> in OpenAI's format.</summary>
internal sealed class ModelAnswers(ModelCatalog models)
{
    private const long Created = 1_700_000_000;

    private readonly string[] _names = [.. models.Select(model => model.Key)];

    public void WriteAll(HttpResponse response) =>
        JsonResponse.Write(response, StatusCodes.Status200OK, _names, WriteList);

    public void WriteOne(HttpResponse response, string model)
    {
        if (_names.Contains(model))
        {
            JsonResponse.Write(response, StatusCodes.Status200OK, model, WriteModel);
        }
        else
        {
            JsonResponse.Write(response, ApiErrors.UnknownModel(model));
        }
    }

    private static void WriteList(Utf8JsonWriter json, in string[] names)
    {
        json.WriteStartObject();
        json.WriteString("object"u8, "list"u8);
        json.WriteStartArray("data"u8);
        foreach (var name in names)
        {
            WriteModel(json, name);
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteModel(Utf8JsonWriter json, in string name)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, name);
        json.WriteString("object"u8, "model"u8);
        json.WriteNumber("created"u8, Created);
        json.WriteString("owned_by"u8, "gatewaybench"u8);
        json.WriteEndObject();
    }
}
