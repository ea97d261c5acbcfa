/** test-utils asks for an `act` that React has moved. */
module.exports = { act: require('react').act };
