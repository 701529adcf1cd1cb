using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Gateway;

/// <summary>Calculates for the model, in decimal arithmetic.</summary>
internal sealed class CalculatorTool : AIFunction
{
    public const string ToolName = "calculator";

    private const int MaxChars = 500;

    public override string Name => ToolName;

    public override string Description => "The value of an arithmetic expression.";

    public override JsonElement JsonSchema { get; } =
        ToolSchema.Of(
            $$"""
            {
              "type": "object",
              "properties": {
                "expression": {
                  "type": "string",
                  "description": "Numbers, + - * / % ^, parentheses, pi, e, and {{Arithmetic.Functions}}."
                }
              },
              "required": ["expression"]
            }
            """
        );

    protected override ValueTask<object?> InvokeCoreAsync(
        AIFunctionArguments arguments,
        CancellationToken cancellationToken
    )
    {
        var expression = arguments.Text("expression", MaxChars);
        try
        {
            return new(Calculation.Run(expression).ToString("G29", CultureInfo.InvariantCulture));
        }
        catch (FormatException e)
        {
            throw new ToolException($"expression is '{Quoted.Truncate(expression)}': {e.Message}.");
        }
        catch (OverflowException)
        {
            throw new ToolException(
                $"expression is '{Quoted.Truncate(expression)}': allowed are results up to "
                    + "7.9e28, on the way too."
            );
        }
    }
}
