using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GatewayBench;

/// <summary>Answers <c>GET /v1/models</c> and <c>GET /v1/models/{id}</c> in Anthropic's format.</summary>
internal sealed class AnthropicModels(ModelCatalog models)
{
    private readonly KeyValuePair<string, int>[] _models = [.. models];

    /// <summary>All on one page, whatever the request says of pages.</summary>
    public void WriteAll(HttpResponse response) =>
        JsonResponse.Write(response, StatusCodes.Status200OK, _models, WriteList);

    public void WriteOne(HttpResponse response, string id)
    {
        var index = Array.FindIndex(_models, model => model.Key == id);
        if (index >= 0)
        {
            JsonResponse.Write(response, StatusCodes.Status200OK, _models[index], WriteModel);
        }
        else
        {
            AnthropicErrors.Write(response, ApiErrors.UnknownModel(id));
        }
    }

    private static void WriteList(Utf8JsonWriter json, in KeyValuePair<string, int>[] models)
    {
        json.WriteStartObject();
        json.WriteStartArray("data"u8);
        foreach (var model in models)
        {
            WriteModel(json, model);
        }
        json.WriteEndArray();
        json.WriteBoolean("has_more"u8, false);
        json.WriteString("first_id"u8, models.FirstOrDefault().Key);
        json.WriteString("last_id"u8, models.LastOrDefault().Key);
        json.WriteEndObject();
    }

    private static void WriteModel(Utf8JsonWriter json, in KeyValuePair<string, int> model)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "model"u8);
        json.WriteString("id"u8, model.Key);
        json.WriteString("display_name"u8, model.Key);
        json.WriteString("created_at"u8, "2025-01-01T00:00:00Z"u8);
        json.WriteString("lifecycle"u8, "active"u8);
        json.WriteNull("capabilities"u8);
        json.WriteNull("deprecated_at"u8);
        json.WriteNull("retires_at"u8);
        json.WriteNull("line"u8);
        json.WriteNumber("max_input_tokens"u8, model.Value);
        json.WriteNull("max_tokens"u8);
        json.WriteEndObject();
    }
}
