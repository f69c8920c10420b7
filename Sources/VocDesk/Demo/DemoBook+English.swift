extension DemoBook {
  static let english = DemoBook(
    """
    products: Chiapas coffee, manual grinder, French press, moka pot, monthly subscription, decaf beans, barista kit, V60 filters, espresso machine
    cities: Mexico City, Guadalajara, Bogota, Medellin, Lima, Cusco, Buenos Aires, Santiago
    carriers: DHL, FedEx, the courier, Estafeta
    days: on Monday, on Tuesday, on Friday, yesterday, last week
    h [Hi.|Hello!|Good morning.|Hey there!|Hi, quick question.]
    a [Hi|Hello] {name}, this is {agent} from Café Andino.
    n [Called|Wrote to] {carrier}: [out for delivery|no trace of the parcel] (order {order}).
    b Hi! I'm the Café Andino assistant. Somebody will be with you shortly.
    + [Great service|Very quick|Lovely people], [thanks|would recommend] [👏|☕|]
    - [Terrible service|Nobody answers|Way too slow], [waited {hour} days|my {product} was broken|never again].
    = [It was fine|Okay overall], [a bit slow|shipping is expensive].
    # entrega | retraso en la entrega | 35 | -1 | 3
    s [Order {order} hasn't arrived|Late delivery to {city}]
    o My order {order} [hasn't arrived|is late|shows as delivered but I don't have it]. I bought a {product} {day}.
    r [Sorry about the delay|Apologies]. [I'm checking with {carrier}.|It should arrive by {hour} tomorrow.|Could you confirm your address in {city}?]
    f [Any news?|Still nothing|I leave {city} in {hour} days] [🙏|]
    c [Got it|It's here], thank you!
    # pedido | consulta de pedido | 30 | 1 | 2
    s [Question about the {product}|Change to order {order}]
    o Do you [have|ship] the {product} [in stock|to {city}]? How much is it?
    r [Yes, it is|Sure, that's] {amount} [including shipping|plus shipping]. Shall I place the order?
    f [Yes please|Do you take cards?|And the {product}?]
    c [Paid|Done], thanks [☕|]
    # falla | producto defectuoso | 20 | -2 | 3
    s My {product} [stopped working|arrived broken]
    o The {product} [does not turn on|leaks|arrived broken]. Order {order}, still under warranty.
    r Sorry to hear that. Could you send [a short video|photos|the serial number]?
    f [Tried that, no luck|Here is the video|Serial is CA{order}]
    c [Works now|Replacement arrived], thanks
    # facturación | error en el cobro | 15 | -1 | 2
    s [Charged twice: {amount}|Invoice for order {order}]
    o I was charged [twice|the wrong amount], {amount}, for order {order}. Can you [refund|fix] it?
    r The refund of {amount} [is on its way|takes {hour} days].
    f [Still not on my card|When exactly?]
    c [Refund received|All good], thanks
    """)
}
