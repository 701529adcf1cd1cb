using System.Buffers;
using System.Text.Json;
using static GatewayBench.RequestFields;

namespace GatewayBench;

/// <summary>Reads and validates an embeddings request in one pass over its bytes.</summary>
internal static class EmbeddingRequestReader
{
    /// <param name="body">The whole request body.</param>
    /// <param name="seed">Goes into the vectors.</param>
    /// <param name="deployment">The model where the body names none; null where it has to.</param>
    /// <exception cref="ApiErrorException">The request is refused.</exception>
    public static EmbeddingRequest Read(
        in ReadOnlySequence<byte> body,
        ulong seed,
        string? deployment
    ) => ReadObject(new RequestSource(body, seed, deployment), ReadProperties);

    private static EmbeddingRequest ReadProperties(
        ref Utf8JsonReader reader,
        in RequestSource source
    )
    {
        string? model = null;
        int? dimensions = null;
        var isBase64 = false;
        var inputs = new EmbeddingInputsReader(source.Seed);

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (TryEnter(ref reader, "model"u8))
            {
                model = ReadModel(ref reader);
            }
            else if (TryEnter(ref reader, "input"u8))
            {
                inputs.Read(ref reader);
            }
            else if (TryEnter(ref reader, "dimensions"u8))
            {
                dimensions = ReadPositive(
                    ref reader,
                    "dimensions",
                    EmbeddingRequest.MostDimensions
                );
            }
            else if (TryEnter(ref reader, "encoding_format"u8))
            {
                isBase64 = ReadsBase64(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
        return new EmbeddingRequest
        {
            Model = model ?? source.Deployment ?? throw ApiErrors.Missing("model"),
            Inputs = inputs.Inputs.Count > 0 ? inputs.Inputs : throw ApiErrors.Missing("input"),
            Prompt = inputs.Prompt,
            Dimensions = dimensions ?? EmbeddingRequest.DefaultDimensions,
            IsBase64 = isBase64,
            Choices = 0,
            MaxTokens = 0,
        };
    }

    private static bool ReadsBase64(ref Utf8JsonReader reader)
    {
        const string Param = "encoding_format";
        if (reader.TokenType == JsonTokenType.Null)
        {
            return false;
        }
        if (reader.TokenType != JsonTokenType.String)
        {
            throw ApiErrors.WrongType(Param, reader.TokenType, "a string");
        }
        return reader.ValueTextEquals("base64"u8)
            || (
                reader.ValueTextEquals("float"u8)
                    ? false
                    : throw ApiErrors.WrongValue(Param, "float, base64")
            );
    }
}
